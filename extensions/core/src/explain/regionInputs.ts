import type { RegionResult } from '@graywise/physics';
import { formatEstimate } from '../format/formatEstimate.js';
import { formatSignificant } from '../format/formatSignificant.js';
import type { Explanation } from './explanation.js';

/** What went into the numbers of a region: points of its curve, recovery, and what the curve of one scan rests on. Empty where there is none. */
export const regionInputs: Readonly<Record<'curve' | 'recovery', (region: RegionResult) => Explanation['inputs']>> & {
  readonly halfLife: (region: Pick<RegionResult, 'fit'>) => Explanation['inputs'];
} = {
  curve: ({ curve }) =>
    curve.map(({ timePoint, measuredBy, afterAdministration, activity }) => ({
      name: `${measuredBy ? `By ${measuredBy}` : `Scan ${String(timePoint)}`} at ${formatSignificant(afterAdministration / 3600)} h`,
      value: `${formatEstimate(activity, 1e-6)} MBq`,
    })),
  recovery: ({ recovery }) => (recovery ? [{ name: 'Recovery R (partial volume)', value: `${formatEstimate(recovery, 100, 1)} %` }] : []),
  halfLife: ({ fit: { singleScan } }) =>
    singleScan
      ? [
          {
            name: `${singleScan.method === 'cohort' ? 'Cohort, half-life of its members' : 'Half-life'}: ${singleScan.source}${singleScan.confirmed ? '' : ' (suggested, to be confirmed by the centre)'}`,
            value: `${formatEstimate(singleScan.halfLife, 1 / 3600)} h`,
          },
        ]
      : [],
};
