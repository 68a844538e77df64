import {
  fitTimeActivity,
  GraywiseError,
  type CurvePoint,
  type Second,
  type StatedHalfLife,
  type TimeActivityResult,
} from '@graywise/physics';
import type { CurvedCycle, RegionCurve } from '../model/cycle.js';

/** Other points fitted and integrated as those of a region were; null where they decide no curve. `longer`: the stated half-life over what was stated. */
export type Refit = (points: readonly CurvePoint[], longer?: number) => TimeActivityResult | null;

/** How the curve of a region was made, for other points of it. */
export function refitOf({ nuclide, cycle }: CurvedCycle, region: RegionCurve): Refit {
  const stated = statedHalfLife(region);
  return (points, longer = 1) => {
    try {
      return fitTimeActivity({
        points,
        physicalHalfLife: nuclide.halfLife,
        statedHalfLife: stated && { ...stated, halfLife: (stated.halfLife * longer) as Second },
        where: region.mask.label,
        key: `${String(cycle)}:${region.name}`,
      });
    } catch (fault) {
      if (fault instanceof GraywiseError) return null;
      throw fault;
    }
  };
}

/** Of a curve of one scan: the half-life that it follows, with its spread and name as a random variable. */
export function statedHalfLife({ fit, effectiveHalfLife }: RegionCurve): (StatedHalfLife & { readonly contributionKey: string }) | null {
  const prior = effectiveHalfLife.contributions.find(({ source }) => source === 'half-life prior');
  if (fit.model !== 'stated half-life' || !prior) return null;
  const relativeUncertainty = effectiveHalfLife.standardUncertainty / effectiveHalfLife.value;
  return { halfLife: effectiveHalfLife.value, relativeUncertainty, key: prior.key.replace(/^half-life:/, ''), contributionKey: prior.key };
}
