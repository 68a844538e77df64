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
  const data = new Float32Array(timeIntegratedBqSPerMl.data.length).fill(1);
  // One set of terms serves all voxels, so that nothing is allocated between them.
  const own = terms.map(() => ({ amplitude: 0, rate: 1 }));
  for (let voxel = 0; voxel < data.length; voxel++) {
    if (!((timeIntegratedBqSPerMl.data[voxel] ?? 0) > 0)) continue;
    for (let index = 0; index < own.length; index++) {
      const [term, curve] = [own[index], terms[index]];
      if (!term || !curve) continue;
      term.amplitude = curve.amplitudeBqPerMl[voxel] ?? 0;
      term.rate = curve.ratePerSecond[voxel] ?? NaN;
    }
    data[voxel] = lethalInteraction(own, repairRate);
  }
  return { geometry, unit: '1', data };
}
