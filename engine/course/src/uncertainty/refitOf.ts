import { fitTimeActivity, GraywiseError, type CurvePoint, type Estimate, type Second, type TimeActivityResult } from '@graywise/physics';
import type { CurvedCycle, RegionCurve } from '../model/cycle.js';
import { earlyPhaseIn } from '../stages/earlyPhaseIn.js';

/**
 * Other points fitted and integrated as those of a region were; null where they decide no curve. `longer`: the half-life from elsewhere that a curve rests on
 * (of a single scan, or of a tail that a person chose) over the one taken.
 */
export type Refit = (points: readonly CurvePoint[], longer?: number) => TimeActivityResult | null;

/** How the curve of a region was made, for other points of it: by the same half-life from elsewhere and with the same tail. */
export function refitOf(cycle: CurvedCycle, region: RegionCurve): Refit {
  const { tail } = region;
  const basis = region.fit.singleScan ?? null;
  return (points, longer = 1) => {
    try {
      return fitTimeActivity({
        points,
        physicalHalfLife: cycle.nuclide.halfLife,
        basis: basis && { ...basis, halfLife: stretched(basis.halfLife, longer) },
        tail: tail?.rule === 'population half-life' ? { ...tail, halfLife: stretched(tail.halfLife, longer) } : tail,
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

function stretched(halfLife: Estimate<Second>, longer: number): Estimate<Second> {
  return { ...halfLife, value: (halfLife.value * longer) as Second };
}
