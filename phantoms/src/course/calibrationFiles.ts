import { secondsBetween } from '@graywise/physics';
import { spectAcquisition } from '../camera/spectAcquisition.js';
import type { PhantomSeries, PhantomStudy } from '../dicom/commonModules.js';
import { spectObject } from '../dicom/spectObject.js';
import { gridGeometry } from '../geometry/gridGeometry.js';
import type { Kinetics } from '../kinetics/kinetics.js';
import { randomSource } from '../random/randomSource.js';
import { meanWhileCounting } from './activeBodies.js';
import type { CalibrationSource } from './calibrationSource.js';
import type { FileBatch } from './pacedFiles.js';
import type { PhantomCourse } from './phantomCourse.js';

/** The acquisition of the calibration cylinder, a study of its own, with the camera of the patient's scans. */
export function calibrationFiles({ seed, camera: patientCamera, nuclide, uid }: PhantomCourse, source: CalibrationSource): FileBatch {
  const camera = { ...patientCamera, secondsPerView: source.secondsPerView };
  const frameOfReferenceUid = uid('calibration', 'frame');
  const geometry = gridGeometry(camera.size, [camera.voxelMm, camera.voxelMm, camera.voxelMm], [0, 0, 0], frameOfReferenceUid);
  const decay: Kinetics = {
    terms: [{ amplitudeBq: source.assay.activityMbq * 1e6, ratePerSecond: Math.LN2 / nuclide.halfLife }],
    effectiveHalfLifeHours: nuclide.halfLife / 3600,
  };
  const concentration = meanWhileCounting(decay, secondsBetween(source.assay.at, source.start), camera) / source.volumeMl;
  const counts = spectAcquisition(
    [{ body: source.body, value: concentration }],
    geometry,
    camera,
    randomSource(seed, 'spect', 'calibration'),
  );
  const study: PhantomStudy = {
    patient: { id: 'CYLINDER', name: 'Calibration^Cylinder', birthDate: '', sex: 'O', weightKg: null, heightM: null },
    studyInstanceUid: uid('calibration', 'study'),
    studyId: `${seed}-C`,
    description: 'Lu-177 calibration',
    start: source.start,
  };
  const series: PhantomSeries = {
    seriesInstanceUid: uid('calibration', 'series'),
    number: 1,
    description: 'Lu-177 208 keV OSEM',
    modality: 'NM',
    start: source.start,
    frameOfReferenceUid,
  };
  const content = { name: '177Lu-chloride', activityMbq: source.assay.activityMbq, start: source.assay.at, end: null };
  return { count: 1, files: [spectObject(study, series, geometry, camera, content, counts, 'calibration/cylinder.dcm')] };
}
