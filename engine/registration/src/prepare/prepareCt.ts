import { GraywiseError, volumeOnGrid, type Volume } from '@graywise/physics';
import { binnedGeometry } from './binnedGeometry.js';
import { bodyMask } from './bodyMask.js';
import { croppedToBody } from './croppedToBody.js';
import { checkStructure } from './checkStructure.js';
import { checkVoxels } from './checkVoxels.js';
import type { PreparedImage } from './preparedImage.js';

const AIR_HU = -1000;
/** Denser than this is not air: between air and fat (-100 HU), so that a voxel half filled with skin counts as body. */
const SOLID_FROM_HU = -300;
/** Lung and bowel gas move and metal glares: registration sees soft tissue and bone between these values, HU. */
const CLIP_HU = [-200, 300] as const;

/**
 * Makes a CT ready for registration: bins of about 4 mm, the body alone on a grid that just holds it, HU clipped to soft
 * tissue and bone; outside the body is the lower clip.
 *
 * A couch that stands still while the patient moves pulls a registration towards no movement; so outside the body nothing is left.
 * `where` names the scan in errors: GW_NOT_REGISTRABLE for voxels that are not finite, no body, or a body without structure.
 */
export function prepareCt(ct: Volume, where: string): PreparedImage {
  checkVoxels(ct, where);
  const { geometry, data } = volumeOnGrid(ct, binnedGeometry(ct.geometry), AIR_HU);
  const solid = Uint8Array.from(data, hounsfield => (hounsfield > SOLID_FROM_HU ? 1 : 0));
  const body = bodyMask(solid, geometry.size, geometry.spacingMm);
  if (!body.includes(1)) throw new GraywiseError('GW_NOT_REGISTRABLE', { where, found: 'no body was found in the CT' });
  const clipped = data.map((hounsfield, voxel) => (body[voxel] ? Math.min(CLIP_HU[1], Math.max(CLIP_HU[0], hounsfield)) : CLIP_HU[0]));
  checkStructure(clipped, where);
  return croppedToBody({ geometry, data: clipped, body });
}
