import { convexBody } from '../geometry/convexBody.js';
import type { AnatomyPart } from './anatomyPart.js';

/** The couch of the scanner: a foam board in a thin shell. It belongs to the scanner and stays where it is when the patient lies differently. */
export function couch(): AnatomyPart[] {
  return [
    { body: convexBody('cylinder', { centre: [0, 62, 0], half: [235, 78, 1000] }), tissue: 'couch shell', source: null },
    { body: convexBody('cylinder', { centre: [0, 62, 0], half: [232, 75, 1000] }), tissue: 'couch foam', source: null },
    { body: convexBody('cylinder', { centre: [0, 40, 0], half: [245, 74, 1000] }), tissue: 'air', source: null },
  ];
}
