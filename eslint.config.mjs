import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import noMixedQuantities from './tools/eslint/noMixedQuantities.mjs';

/** The order in which a number travels through the physics: a stage may import only from stages before it. */
const stages = [
  'errors',
  'numerics',
  'quantities',
  'volume',
  'nuclides',
  'tissues',
  'priors',
  'record',
  'calibration',
  'transforms',
  'segmentation',
  'time-activity',
  'dose',
  'uncertainty',
  'radiobiology',
  'planning',
  'verification',
];

/** The order of the packages: imports point to the left only. */
const packages = [
  'physics',
  'kernels',
  'registration',
  'dicom',
  'course',
  'extension-core',
  'extension-dosimetry',
  'extension-planning',
  'mode-verify-cycle',
  'mode-plan-cycle',
];

const restrict = patterns => ({ 'no-restricted-imports': ['error', { patterns }] });

const oneWayStages = stages.map((stage, index) => ({
  files: [`engine/physics/src/${stage}/**/*.ts`],
  rules: restrict([
    ...stages
      .slice(index + 1)
      .map(later => ({ group: [`**/${later}/**`], message: `${stage} comes before ${later}; a number travels one way.` })),
    { regex: '^[^.]', message: 'physics is pure: it imports nothing but itself.' },
  ]),
}));

const folders = {
  physics: 'engine/physics',
  kernels: 'engine/kernels',
  registration: 'engine/registration',
  dicom: 'engine/dicom',
  course: 'engine/course',
  'extension-core': 'extensions/core',
  'extension-dosimetry': 'extensions/dosimetry',
  'extension-planning': 'extensions/planning',
  'mode-verify-cycle': 'modes/verify-cycle',
  'mode-plan-cycle': 'modes/plan-cycle',
};
/** Packages on one level do not know each other. */
const besides = { registration: ['kernels'], dicom: ['kernels', 'registration'] };
const oneWayPackages = packages.slice(1).map(name => ({
  files: [`${folders[name]}/src/**/*.{ts,tsx}`],
  rules: restrict([
    ...packages
      .slice(packages.indexOf(name) + 1)
      .map(later => ({ group: [`@graywise/${later}`], message: `${name} comes before ${later}; imports point one way.` })),
    ...(besides[name]?.map(neighbour => ({ group: [`@graywise/${neighbour}`], message: `${name} and ${neighbour} stand side by side.` })) ??
      []),
    {
      group: ['@ohif/*', '@cornerstonejs/core', '@cornerstonejs/tools'],
      message: 'OHIF and cornerstone are reached through the ports, never bundled.',
    },
  ]),
}));

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/dist-web/**',
      '**/node_modules/**',
      '.work/**',
      '**/*.mjs',
      '**/*.cjs',
      '**/generated/**',
      '**/test/**',
      '**/browser/**',
      '**/*.d.ts',
      'viewer/web/app-config.js',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: true } } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { graywise: { rules: { 'no-mixed-quantities': noMixedQuantities } } },
    rules: {
      'graywise/no-mixed-quantities': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 20],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    files: ['physics', 'kernels', 'registration', 'dicom'].map(name => `engine/${name}/src/**/*.ts`),
    rules: {
      'no-restricted-properties': [
        'error',
        ...['exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'cbrt', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'tanh'].map(
          property => ({
            object: 'Math',
            property,
            message: 'Its last bit differs between engines; physics/numerics gives the same bits in Node and in every browser.',
          }),
        ),
      ],
    },
  },
  ...oneWayStages,
  ...oneWayPackages,
  prettier,
);
