import type { SingleScanOption } from '../engine/courseEngine.js';
import { basisOfMethod } from './basisOfMethod.js';
import type { HalfLifeSources } from './halfLifeSources.js';
import { SINGLE_SCAN_METHODS } from './singleScanMethods.js';

const TITLES = {
  own: "The patient's own half-life",
  population: 'Half-life of a population (Madsen 2013)',
  map: 'Most probable half-life, from the scans and a population',
  haenscheid: '2 t A(t) / ln 2 after Hänscheid 2018, its error from a population',
  cohort: 'Mean of integral / activity over a cohort (Jackson 2020)',
} as const;

/** The ways to make a curve of one scan of a region that have something to rest on, the patient's own half-life first; a person may always state one. */
export function singleScanOptions(sources: HalfLifeSources, region: string): SingleScanOption[] {
  const found = SINGLE_SCAN_METHODS.flatMap((method): SingleScanOption[] => {
    const basis = basisOfMethod(sources, region, method);
    return basis ? [{ method, text: `${TITLES[method]}: ${basis.source}.`, confirmed: basis.confirmed }] : [];
  });
  return [...found, { method: 'stated', text: 'A half-life that you state, with your reason.', confirmed: true }];
}
