export { default } from './mode.js';
