export * from './register.js';
export * from './resampleToGrid.js';
export * from './configureRegistration.js';
