import { fitVoxels } from '@graywise/physics';
import type { CurvedCycle } from '../model/cycle.js';
import { ofScansInUse } from '../stages/ofScansInUse.js';
import { report, type StageTools } from '../stages/stageTools.js';

/** Slices between two reports of progress, at which the work can be cancelled. */
const SLAB = 8;

/**
 * The integral of every voxel's own curve, Bq s/mL, by its index (rules T10 and T11). Throws GW_TOO_FEW_TIME_POINTS for one scan, and as `signal` does
 * when it was cancelled.
 */
export async function voxelIntegrals(cycle: CurvedCycle, tools: StageTools): Promise<Float32Array> {
  const carried = ofScansInUse(cycle, cycle.carried);
  const afterAdministration = ofScansInUse(cycle, cycle.scans).map(scan => scan.afterAdministration);
  const { size } = carried[0]?.geometry ?? { size: [0, 0, 0] as const };
  const slice = size[0] * size[1];
  const integrals = new Float32Array(slice * size[2]);
  for (let first = 0; first < size[2]; first += SLAB) {
    const depth = Math.min(SLAB, size[2] - first);
    report(tools, 'dose', 0.1 * (first / size[2]), 'The curve of every voxel');
    await Promise.resolve();
    tools.signal?.throwIfAborted();
    const concentrations = carried.map(({ geometry, unit, data }) => ({
      geometry: { ...geometry, size: [size[0], size[1], depth] as const },
      unit,
      data: data.subarray(first * slice, (first + depth) * slice),
    }));
    const { timeIntegratedBqSPerMl } = fitVoxels({ concentrations, afterAdministration, physicalHalfLife: cycle.nuclide.halfLife });
    integrals.set(timeIntegratedBqSPerMl.data, first * slice);
  }
  return integrals;
}
