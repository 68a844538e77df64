import { GraywiseError } from '@graywise/physics';

/** Refuses an image that is the same everywhere, with GW_NOT_REGISTRABLE: elastix would return no movement and no error. `where` names the scan. */
export function checkStructure(data: ArrayLike<number>, where: string): void {
  const first = data[0] ?? 0;
  for (let voxel = 1; voxel < data.length; voxel++) if (data[voxel] !== first) return;
  throw new GraywiseError('GW_NOT_REGISTRABLE', { where, found: `it shows ${first} everywhere` });
}
