import { fitTimeActivity, GraywiseError, type CurvePoint, type Second, type TimeActivityResult } from '@graywise/physics';
import type { CurvedCycle, RegionCurve } from '../model/cycle.js';
import { earlyPhaseIn } from '../stages/earlyPhaseIn.js';

/** Other points fitted and integrated as those of a region were; null where they decide no curve. `longer`: the half-life of a single scan over the one taken. */
export type Refit = (points: readonly CurvePoint[], longer?: number) => TimeActivityResult | null;

/** How the curve of a region was made, for other points of it. */
export function refitOf(cycle: CurvedCycle, region: RegionCurve): Refit {
  const basis = region.fit.singleScan ?? null;
  return (points, longer = 1) => {
    try {
      return fitTimeActivity({
        points,
        physicalHalfLife: cycle.nuclide.halfLife,
        basis: basis && { ...basis, halfLife: { ...basis.halfLife, value: (basis.halfLife.value * longer) as Second } },
        earlyPhase: earlyPhaseIn(cycle, region.name),
        where: region.mask.label,
        key: `${String(cycle.cycle)}:${region.name}`,
      });
    } catch (fault) {
      if (fault instanceof GraywiseError) return null;
      throw fault;
    }
  };
}
