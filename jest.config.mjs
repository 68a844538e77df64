/** One jest for all packages: TypeScript is stripped by swc, packages resolve to their sources, so no build is needed before a unit test. */
export default {
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2023', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
        module: { type: 'commonjs' },
      },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['@graywise/source', 'node', 'node-addons'] },
  globalSetup: '<rootDir>/engine/kernels/tools/testSetup.mjs',
  testMatch: ['**/test/**/*.test.ts', '**/test/**/*.test.tsx'],
  modulePathIgnorePatterns: ['/dist/', '/.work/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.browser\\.test\\.ts$'],
  testTimeout: 120000,
};
