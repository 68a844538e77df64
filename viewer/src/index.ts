export { serve, type RunningServer, type ServeOptions, type ServeProgress } from './serve.js';
export type { ViewerFolders } from './server/registerViewer.js';
