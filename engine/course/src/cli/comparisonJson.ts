import type { Comparison } from '@graywise/physics';

/** A comparison as JSON; every key carries its unit. */
export function comparisonJson(comparison: Comparison): object {
  const { region, basis, expectedMedian, expectedRange95, expectedRange50, z, verdict, source, confirmed, prior, sentence } = comparison;
  return {
    region,
    basis,
    expectedMedian_Gy: expectedMedian,
    expectedRange95_Gy: expectedRange95,
    ...(expectedRange50 && { expectedRange50_Gy: expectedRange50 }),
    z,
    verdict,
    sentence: sentence ?? null,
    source,
    confirmed,
    prior: prior ?? null,
  };
}
