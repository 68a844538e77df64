import type { GammaCriteria } from '@graywise/physics';

/** Gamma criteria as people say them. */
export function criteriaWords({ doseDifferencePercent, distanceMm, normalisation, lowestDosePercent }: GammaCriteria): string {
  const of = normalisation === 'local' ? 'local' : 'global';
  return `${String(doseDifferencePercent)} %/${String(distanceMm)} mm (${of}, above ${String(lowestDosePercent)} % of the largest dose)`;
}
