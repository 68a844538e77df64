/** The program and its version, as records name it. A test keeps it equal to package.json. */
export const SOFTWARE = 'Graywise 0.1.0';
