import { assertGeometry, GraywiseError, voxelCount, type Volume } from '@graywise/physics';

/**
 * Refuses what the pipelines would misread in silence or stop at without a reason: GW_NOT_REGISTRABLE for voxels that are missing or not finite,
 * GW_GEOMETRY for a grid that is no regular box. `where` names the volume.
 */
export function checkVoxels({ geometry, data }: Volume, where: string): void {
  assertGeometry(geometry, where);
  const refuse = (found: string): never => {
    throw new GraywiseError('GW_NOT_REGISTRABLE', { where, found });
  };
  if (data.length !== voxelCount(geometry)) refuse(`${data.length} values for ${voxelCount(geometry)} voxels`);
  for (const value of data) if (!Number.isFinite(value)) refuse('it has voxels that are not finite numbers');
}
