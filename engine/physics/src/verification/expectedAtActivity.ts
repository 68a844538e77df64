import type { ExpectedDosePerActivity } from '../expectation/expectedDosePerActivity.js';
import { gray, type Becquerel } from '../quantities/quantity.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';
import type { ExpectedDose } from './expectedDose.js';

/** What an expected dose per activity makes of an administered activity. */
export function expectedAtActivity(expected: ExpectedDosePerActivity, activity: Becquerel): ExpectedDose {
  const { prior } = expected;
  return {
    basis: expected.basis,
    dose: scaleEstimate(expected.estimate, activity, gray),
    source: expected.source,
    confirmed: expected.confirmed,
    prior: prior && { id: prior.id, version: prior.version, n: prior.n, origin: prior.origin },
  };
}
