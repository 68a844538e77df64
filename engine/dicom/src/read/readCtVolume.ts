import { GraywiseError, type Volume } from '@graywise/physics';
import type { CtSeries } from '../model/importedStudy.js';
import { parsePart10 } from '../part10/parsePart10.js';
import { ctGrid } from './ct/ctSeries.js';
import { paddingOf } from './values/paddingOf.js';
import { rescaleOf } from './values/rescale.js';
import { linearMapping } from './values/ValueMapping.js';
import { volumeFromGrid } from './volumeFromGrid.js';

/** What stands outside the reconstructed circle: air. */
const AIR_HU = -1000;

/**
 * Reads the voxels of a CT series in HU, on a right-handed grid in the order of the normal. Padded pixels are air.
 * Throws GW_GEOMETRY, GW_ORIENTATION, GW_MISSING_TAG, GW_PIXELS_TRUNCATED, GW_TRANSFER_SYNTAX.
 */
export async function readCtVolume(series: CtSeries): Promise<Volume<'HU'>> {
  const objects = series.files.map(parsePart10);
  const where = series.description === '' ? series.reference.seriesInstanceUid : `the CT "${series.description}"`;
  return volumeFromGrid(ctGrid(objects, where), 'HU', (object, frame) => {
    const rescale = rescaleOf(object, frame);
    if (!rescale) throw new GraywiseError('GW_MISSING_TAG', { tag: 'RescaleSlope', where: object.file.name });
    return { mapping: linearMapping('HU', rescale.slope, rescale.intercept), factor: 1, padding: paddingOf(object.dataset, AIR_HU) };
  });
}
