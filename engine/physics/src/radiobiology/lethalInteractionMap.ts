import type { Second } from '../quantities/quantity.js';
import type { VoxelCurves } from '../time-activity/voxelCurves.js';
import type { Volume } from '../volume/volumeGeometry.js';
import { lethalInteraction } from './lethalInteraction.js';

/**
 * The Lea-Catcheside factor G of every voxel, 0 to 1, from its own time-activity curve (see `lethalInteraction`): the dose rate of a voxel is taken to
 * follow its own activity. 1, dose at once, where there is no activity.
 */
export function lethalInteractionMap({ geometry, terms, timeIntegratedBqSPerMl }: VoxelCurves, repairHalfTime: Second): Volume<'1'> {
  const repairRate = Math.LN2 / repairHalfTime;
  const own = terms.map(() => ({ amplitude: 0, rate: 1 }));
  const data = timeIntegratedBqSPerMl.data.map((integral, voxel) => {
    if (!(integral > 0)) return 1;
    terms.forEach(({ amplitudeBqPerMl, ratePerSecond }, index) => {
      own[index] = { amplitude: amplitudeBqPerMl[voxel] ?? 0, rate: ratePerSecond[voxel] ?? NaN };
    });
    return lethalInteraction(own, repairRate);
  });
  return { geometry, unit: '1', data };
}
