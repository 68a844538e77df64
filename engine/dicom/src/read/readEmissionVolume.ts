import type { Volume } from '@graywise/physics';
import type { EmissionSeries } from '../model/importedStudy.js';
import { parsePart10 } from '../part10/parsePart10.js';
import { emissionGrid } from './emission/emissionGrid.js';
import { emissionMapping } from './values/emissionMapping.js';
import { paddingOf } from './values/paddingOf.js';
import { volumeFromGrid } from './volumeFromGrid.js';

/**
 * Reads the voxels of an emission series: counts over the whole acquisition per voxel, or Bq/mL, as `series.unit` says.
 *
 * Right-handed grid in the order of the normal, whatever the order of frames and files. Counts per second become counts by `countingSeconds`.
 * Padded pixels are 0. Throws GW_PIXELS_TRUNCATED, GW_TRANSFER_SYNTAX, GW_UNIT_UNKNOWN and what importStudy throws.
 */
export async function readEmissionVolume(series: EmissionSeries): Promise<Volume<'counts' | 'Bq/mL'>> {
  const objects = series.files.map(parsePart10);
  const { grid } = emissionGrid(objects, series.modality, series.nuclide);
  return volumeFromGrid(grid, series.unit, (object, frame) => {
    const mapping = emissionMapping(object, frame, series.modality);
    const factor = mapping.unit === 'counts/s' ? series.countingSeconds : 1;
    return { mapping, factor, padding: paddingOf(object.dataset, 0) };
  });
}
