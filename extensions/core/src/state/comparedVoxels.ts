import type { DoseEngineComparison } from '@graywise/course';
import type { DoseComparison, DoseEngineName } from '@graywise/physics';

/** Engines that give one dose for each region. Their maps are painted regions: voxels of these compare with nothing. */
const WITHOUT_MAP: readonly DoseEngineName[] = ['organSValue', 'sphere'];

/** What a comparison says of voxels; null where one of the engines gives doses of regions only. */
export function comparedVoxels(compared: DoseEngineComparison | null): DoseComparison | null {
  if (!compared || [compared.used, compared.other].some(({ engine }) => WITHOUT_MAP.includes(engine))) return null;
  return compared.comparison;
}
