export { default } from './extension.js';
