import type { SingleScanMethod } from '@graywise/physics';

/** The ways to make a curve of one scan, as people name them. */
export const SINGLE_SCAN_TITLES: Readonly<Record<SingleScanMethod, string>> = {
  own: "Patient's own half-life of an earlier cycle",
  population: 'Half-life of the population (Madsen 2013)',
  map: 'Most probable half-life (MAP), scan and population',
  haenscheid: 'Hänscheid 2018, without a half-life',
  cohort: 'Mean of a cohort of your own (Jackson 2020)',
  stated: 'A half-life that you state',
};
