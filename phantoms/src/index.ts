export { luDotatate } from './course/luDotatate.js';
export { DEFAULT_RESOLUTION_MM, type PhantomOptions } from './course/phantomOptions.js';
export { writePhantom, type WritePhantomOptions } from './writePhantom.js';
export { PHANTOM_NAMES } from './phantomNames.js';
export { PHANTOM_VARIANTS, type PhantomVariant } from './variants/phantomVariant.js';
