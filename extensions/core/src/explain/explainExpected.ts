import type { Comparison, RegionResult } from '@graywise/physics';
import { formatEstimate } from '../format/formatEstimate.js';
import { formatRange } from '../format/formatRange.js';
import { formatSignificant } from '../format/formatSignificant.js';
import type { Explanation } from './explanation.js';

/** What was expected of a region, and from where. */
export function explainExpected(region: RegionResult, found: Comparison): Explanation {
  const { expectedMedian, expectedRange50, expectedRange95, prior, delivered, z } = found;
  return {
    title: `Expected absorbed dose to ${region.label}`,
    value: `${formatSignificant(expectedMedian, 2)} Gy (95 %: ${formatRange(expectedRange95)} Gy)`,
    estimate: null,
    equation: 'z = (ln delivered − ln median) / √(spread² + u²), the spread of what was expected and the uncertainty of what was delivered',
    source: found.source,
    inputs: [
      ...(expectedRange50 ? [{ name: '50 % range', value: `${formatRange(expectedRange50)} Gy` }] : []),
      { name: 'Delivered', value: `${formatEstimate(delivered)} Gy` },
      { name: 'z', value: formatSignificant(z, 2) },
      ...(prior ? [{ name: `Population value ${prior.id}`, value: `version ${prior.version}, ${patients(prior.n)}` }] : []),
    ],
    notes: [
      `Rests on: ${found.basis}.`,
      ...(found.confirmed ? [] : ['A value in it is suggested; the centre must confirm it.']),
      ...(found.sentence ? [found.sentence] : []),
    ],
    objects: [],
  };
}

const patients = (n: number | null): string => (n === null ? 'number of patients not stated' : `${String(n)} patients`);
