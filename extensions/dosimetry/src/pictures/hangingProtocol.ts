/** Our arrangement of viewports. */
export const PROTOCOL_ID = 'graywise';

/** The attribute by which the arrangement finds the reference CT; computed by extension-dosimetry. */
export const BASE_ATTRIBUTE = 'graywiseBase';

const view = (orientation: 'axial' | 'coronal' | 'sagittal') => ({
  viewportOptions: {
    viewportId: `graywise-${orientation}`,
    toolGroupId: 'mpr',
    viewportType: 'volume',
    orientation,
    initialImageOptions: { preset: 'middle' },
  },
  displaySets: [{ id: 'base' }],
});

/**
 * The reference CT in three planes, the axial one largest.
 *
 * Without the synchronisation of windows that OHIF's own MPR has: it would copy the range of a dose onto the CT of the other viewports.
 */
export const HANGING_PROTOCOL = {
  id: PROTOCOL_ID,
  name: 'Graywise',
  locked: true,
  createdDate: '2026-11-22',
  modifiedDate: '2026-11-22',
  availableTo: {},
  editableBy: {},
  numberOfPriorsReferenced: 0,
  protocolMatchingRules: [],
  imageLoadStrategy: 'nth',
  callbacks: {},
  displaySetSelectors: {
    base: {
      seriesMatchingRules: [
        { attribute: 'Modality', constraint: { equals: { value: 'CT' } }, required: true },
        { attribute: BASE_ATTRIBUTE, weight: 10, constraint: { equals: { value: true } } },
      ],
    },
  },
  stages: [
    {
      name: 'Three planes',
      viewportStructure: {
        layoutType: 'grid',
        properties: {
          rows: 2,
          columns: 2,
          layoutOptions: [
            { x: 0, y: 0, width: 0.58, height: 1 },
            { x: 0.58, y: 0, width: 0.42, height: 0.5 },
            { x: 0.58, y: 0.5, width: 0.42, height: 0.5 },
          ],
        },
      },
      viewports: [view('axial'), view('coronal'), view('sagittal')],
    },
  ],
} as const;
