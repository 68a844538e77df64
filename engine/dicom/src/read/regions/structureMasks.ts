import { GraywiseError, type RegionMask, type VolumeGeometry } from '@graywise/physics';
import type { ParsedObject } from '../../part10/parsePart10.js';
import { referenceOf } from '../identity.js';
import { closedContours, contourNormal } from './contours.js';
import { contourSlabs, planeDepths, planeSpacing } from './contourSlabs.js';
import { structures } from './describedRegions.js';
import { rasterise } from './rasterise.js';

/**
 * The regions of an RTSTRUCT as masks on `grid`, which may have other slices than the contours were drawn on.
 * Throws GW_GEOMETRY for contours that are not planar and parallel, GW_NO_REGIONS when nothing is enclosed.
 */
export function structureMasks(object: ParsedObject, grid: VolumeGeometry): RegionMask[] {
  const drawn = structures(object).map(region => ({ region, contours: closedContours(object, region.number) }));
  const where = object.file.name;
  const all = drawn.flatMap(({ contours }) => contours);
  if (all.length === 0) throw new GraywiseError('GW_NO_REGIONS', { where });
  const anySpacing = planeSpacing(planeDepths(all, contourNormal(all.slice(0, 1), where))) ?? grid.spacingMm[2];
  const source = referenceOf(object);
  return drawn.map(({ region: { name, label, color }, contours }) => {
    const normal = contourNormal(contours, where);
    return { name, label, color, geometry: grid, mask: rasterise(contourSlabs(contours, normal, anySpacing), normal, grid), source };
  });
}
