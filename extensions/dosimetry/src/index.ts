export { default } from './extension.js';
export * from './pictures/startPictures.js';
export * from './pictures/hangingProtocol.js';
export * from './panels/CoursePanel.js';
