import { ownHalfLifeBasis, scanTimeAdvice, type ImagedCycle } from '@graywise/physics';
import { populationBasis } from '../stages/populationBasis.js';
import type { RegionScanTimeAdvice } from './courseEngine.js';
import type { CycleRun } from './CycleRun.js';

/**
 * When to take the one scan of the next cycle, for every region: by the patient's own half-life from this cycle or an earlier one, else by that of a
 * population. Regions without either are left out. Curves made in this session go before stored ones.
 */
export function scanTimesOf({ sources, results, storedVerification }: CycleRun): RegionScanTimeAdvice[] {
  const { cycle, earlier, nuclide } = sources;
  const curves = results['time-activity']?.curves;
  const stored = storedVerification?.verification.regions ?? [];
  const now: ImagedCycle = { cycle, regions: curves ?? stored };
  const named = curves?.map(({ name, mask: { label } }) => ({ name, label })) ?? stored.map(({ name, label }) => ({ name, label }));
  return named.flatMap(({ name, label }): RegionScanTimeAdvice[] => {
    const population = populationBasis(sources, name);
    const basis = ownHalfLifeBasis([...earlier, now], name, cycle + 1) ?? (population.known ? population.basis : null);
    if (!basis) return [];
    const { halfLife, source, confirmed } = basis;
    return [{ name, label, halfLife, source, confirmed, ...scanTimeAdvice(halfLife, nuclide.halfLife) }];
  });
}
