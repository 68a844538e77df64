import { GraywiseError, volumeOnGrid, type Volume } from '@graywise/physics';
import { binnedGeometry } from './binnedGeometry.js';
import { checkStructure } from './checkStructure.js';
import { checkVoxels } from './checkVoxels.js';
import type { PreparedImage } from './preparedImage.js';

/** Voxels above this share of the highest ones are compared: 1 % of the counts is 10 % of their square root. */
const SHARE_OF_HIGHEST = 0.1;

/**
 * Makes a SPECT ready for registration: bins of about 4 mm and the square root of the counts, which makes their noise the same everywhere and
 * keeps a few hot organs from deciding alone. The body is where there are counts to speak of.
 *
 * `where` names the scan in errors: GW_NOT_REGISTRABLE for voxels that are not finite or counts that are not above zero.
 */
export function prepareSpect(spect: Volume, where: string): PreparedImage {
  checkVoxels(spect, where);
  const { geometry, data } = volumeOnGrid(spect, binnedGeometry(spect.geometry), 0);
  const roots = data.map(value => Math.sqrt(Math.max(0, value)));
  checkStructure(roots, where);
  const highest = roots.toSorted()[Math.floor(0.999 * roots.length)] ?? 0;
  if (highest <= 0) throw new GraywiseError('GW_NOT_REGISTRABLE', { where, found: 'it has no counts' });
  const warm = Uint8Array.from(roots, root => (root > SHARE_OF_HIGHEST * highest ? 1 : 0));
  return { geometry, data: roots, body: warm };
}
