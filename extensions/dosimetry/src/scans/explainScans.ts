import type { RegionScanPair } from '@graywise/course';
import { formatEstimate, formatPercent, regionInputs, type Explanation } from '@graywise/extension-core';

/** Where the dose by some of the scans comes from. */
export function explainScans({ label, chosen, all }: RegionScanPair, some: string): Explanation {
  const used = chosen ?? all;
  return {
    title: `Absorbed dose to ${label} by ${some}`,
    value: `${formatEstimate(used.absorbedDose)} Gy`,
    estimate: used.absorbedDose,
    equation: 'D = D(all scans) · Ã(these scans) / Ã(all scans), with the masses and the energy per decay of all scans',
    source: 'MIRD Pamphlet 21: Bolch WE et al., J Nucl Med 50 (2009) 477.',
    inputs: [
      { name: 'Time-integrated activity, these scans', value: `${formatEstimate(used.timeIntegratedActivity, 1 / 3.6e9)} MBq h` },
      { name: 'Time-integrated activity, all scans', value: `${formatEstimate(all.timeIntegratedActivity, 1 / 3.6e9)} MBq h` },
      ...regionInputs.halfLife(used),
    ],
    notes: [
      `Model: ${used.fit.model}. ${used.fit.reason}`,
      `${formatPercent(used.fit.extrapolatedFraction)} of the integral lies after the last of these scans.`,
      ...used.warnings.map(({ message }) => message),
    ],
    objects: [],
  };
}
