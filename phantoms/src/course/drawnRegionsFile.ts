import type { Part10 } from '@graywise/dicom';
import type { VolumeGeometry } from '@graywise/physics';
import type { SourceRegion } from '../anatomy/anatomyPart.js';
import type { PhantomSeries, PhantomStudy } from '../dicom/commonModules.js';
import { segmentationObject } from '../dicom/segmentationObject.js';
import { movedBody } from '../geometry/movedBody.js';
import { paintSlice } from '../geometry/paintSlice.js';
import type { PhantomCourse } from './phantomCourse.js';
import type { Visit } from './visit.js';

/** The regions that a person would draw. */
const DRAWN: readonly SourceRegion[] = ['kidney-left', 'kidney-right', 'liver', 'spleen', 'red-marrow', 'lesion-1', 'lesion-2', 'lesion-3'];

/** The true shapes on the grid of a visit's CT as a SEG: a voxel belongs to the region in which its centre lies. */
export function drawnRegionsFile(
  { patient }: PhantomCourse,
  visit: Visit,
  study: PhantomStudy,
  series: PhantomSeries,
  ct: PhantomSeries,
  geometry: VolumeGeometry,
  name: string,
): Part10 {
  const bodies = patient.parts.map(({ body, source }) => ({
    body: movedBody(body, visit.placement.matrixLps),
    value: source === null ? 0 : DRAWN.indexOf(source) + 1,
  }));
  const area = geometry.size[0] * geometry.size[1];
  const regions = DRAWN.map(region => ({ region, mask: new Uint8Array(area * geometry.size[2]) }));
  const slice = new Float32Array(area);
  for (let k = 0; k < geometry.size[2]; k++) {
    paintSlice(bodies, geometry, k, 'centre', slice);
    regions.forEach(({ mask }, number) => {
      for (let i = 0; i < area; i++) if (slice[i] === number + 1) mask[k * area + i] = 1;
    });
  }
  return segmentationObject(study, series, ct, geometry, regions, name);
}
