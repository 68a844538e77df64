import { deterministicUid, type Part10 } from '@graywise/dicom';
import { outlineUncertainty, parseInstant } from '@graywise/physics';
import { segmentationObject } from '../dicom/segmentationObject.js';
import type { PhantomSeries, PhantomStudy } from '../dicom/commonModules.js';
import { convexBody } from '../geometry/convexBody.js';
import { paintSlice } from '../geometry/paintSlice.js';
import { VIRTUAL_FRAME } from './virtualCamera.js';
import { virtualCtGrid } from './virtualCtGrid.js';
import type { VirtualErrors } from './virtualErrors.js';
import type { VirtualPatient, VirtualRegion } from './virtualPatient.js';

const AT = parseInstant('2026-03-02T10:00:00+00:00');
const STUDY: PhantomStudy = {
  patient: { id: 'VIRTUAL', name: 'Virtual^Patient', birthDate: '19600101', sex: 'M', weightKg: 75, heightM: 1.75 },
  studyInstanceUid: '2.25.41',
  studyId: 'VIRTUAL',
  description: 'Virtual patient',
  start: AT,
};
const series = (modality: 'CT' | 'SEG', uid: string): PhantomSeries => ({
  seriesInstanceUid: uid,
  number: 1,
  description: modality,
  modality,
  start: AT,
  frameOfReferenceUid: VIRTUAL_FRAME,
});

/**
 * The regions of a virtual patient as an operator outlines them on the CT: too large or too small and a little aside, by as much as rule S2 states.
 *
 * The logarithm of the volume deviates by u(V)/V. The two ends of a diameter are independent in that rule, each with u(d) / sqrt 2, so that their middle deviates
 * by u(d) / 2 along each axis.
 */
export function virtualOutlines(patient: VirtualPatient, errors: VirtualErrors, cycle: number): Part10 {
  const geometry = virtualCtGrid();
  const area = geometry.size[0] * geometry.size[1];
  const slice = new Float32Array(area);
  const regions = patient.regions.map(region => {
    const mask = new Uint8Array(area * geometry.size[2]);
    const bodies = [{ body: outlined(region, errors, cycle), value: 1 }];
    for (let k = 0; k < geometry.size[2]; k++) {
      paintSlice(bodies, geometry, k, 'centre', slice);
      for (let i = 0; i < area; i++) if (slice[i] === 1) mask[k * area + i] = 1;
    }
    return { region: region.name, mask };
  });
  const uid = deterministicUid('graywise virtual', String(patient.seed), `cycle ${cycle}`);
  return segmentationObject(STUDY, series('SEG', uid), series('CT', '2.25.42'), geometry, regions, 'regions.dcm');
}

function outlined(
  { name, volumeMl, centreMm, halfMm }: VirtualRegion,
  errors: VirtualErrors,
  cycle: number,
): ReturnType<typeof convexBody> {
  const relative = outlineUncertainty(volumeMl, virtualCtGrid(), null);
  const diameterMm = Math.cbrt((6000 * volumeMl) / Math.PI);
  const { size, place } = errors.outline(name, cycle);
  const scale = Math.exp((relative * size) / 3);
  const shift = (relative / 3) * (diameterMm / 2);
  return convexBody('ellipsoid', {
    centre: [centreMm[0] + shift * place[0], centreMm[1] + shift * place[1], centreMm[2] + shift * place[2]],
    half: [halfMm[0] * scale, halfMm[1] * scale, halfMm[2] * scale],
  });
}
