import type { Part10 } from '@graywise/dicom';
import { secondsBetween, type Instant } from '@graywise/physics';
import { spectAcquisition } from '../camera/spectAcquisition.js';
import type { PhantomSeries, PhantomStudy } from '../dicom/commonModules.js';
import { spectObject } from '../dicom/spectObject.js';
import { gridGeometry } from '../geometry/gridGeometry.js';
import type { PaintedBody } from '../geometry/paintSlice.js';
import type { Kinetics } from '../kinetics/kinetics.js';
import { randomSource } from '../random/randomSource.js';
import { meanWhileCounting } from './activeBodies.js';
import type { Assay } from './administration.js';
import type { CalibrationSource } from './calibrationSource.js';
import type { FileBatch } from './pacedFiles.js';
import type { PhantomCourse } from './phantomCourse.js';
import type { SphereSource } from './sphereSource.js';

/** The acquisitions of the calibration cylinder and of the spheres, a study of their own, with the camera of the patient's scans. */
export function calibrationFiles(course: PhantomCourse, source: CalibrationSource, spheres: SphereSource): FileBatch {
  function* files(): Generator<Part10> {
    yield cylinderFile(course, source);
    yield spheresFile(course, spheres);
  }
  return { count: 2, files: files() };
}

function cylinderFile(course: PhantomCourse, source: CalibrationSource): Part10 {
  const concentration = concentrationOf(course, source.assay, source.volumeMl, source.start, source.secondsPerView);
  return acquired(course, { ...source, number: 1, name: 'cylinder', bodies: [{ body: source.body, value: concentration }] });
}

function spheresFile(course: PhantomCourse, source: SphereSource): Part10 {
  const concentration = concentrationOf(course, source.assay, source.volumeMl, source.start, source.secondsPerView);
  return acquired(course, { ...source, number: 2, name: 'spheres', bodies: source.bodies.map(body => ({ body, value: concentration })) });
}

/** Mean concentration (Bq/mL) of a filling while the heads count. */
function concentrationOf(
  { camera, nuclide }: PhantomCourse,
  assay: Assay,
  volumeMl: number,
  start: Instant,
  secondsPerView: number,
): number {
  const decay: Kinetics = {
    terms: [{ amplitudeBq: assay.activityMbq * 1e6, ratePerSecond: Math.LN2 / nuclide.halfLife }],
    effectiveHalfLifeHours: nuclide.halfLife / 3600,
  };
  return meanWhileCounting(decay, secondsBetween(assay.at, start), { ...camera, secondsPerView }) / volumeMl;
}

interface Acquired {
  readonly number: number;
  readonly name: 'cylinder' | 'spheres';
  readonly bodies: readonly PaintedBody[];
  readonly assay: Assay;
  readonly start: Instant;
  readonly secondsPerView: number;
}

/** Identifiers of the cylinder are those of the calibration, as they were before there were spheres. */
function acquired(
  { seed, camera: patientCamera, uid }: PhantomCourse,
  { number, name, bodies, assay, start, secondsPerView }: Acquired,
): Part10 {
  const camera = { ...patientCamera, secondsPerView };
  const path = name === 'cylinder' ? ['calibration'] : ['calibration', name];
  const frameOfReferenceUid = uid(...path, 'frame');
  const geometry = gridGeometry(camera.size, [camera.voxelMm, camera.voxelMm, camera.voxelMm], [0, 0, 0], frameOfReferenceUid);
  const counts = spectAcquisition(bodies, geometry, camera, randomSource(seed, 'spect', ...path));
  const study: PhantomStudy = {
    patient: { id: 'CYLINDER', name: 'Calibration^Cylinder', birthDate: '', sex: 'O', weightKg: null, heightM: null },
    studyInstanceUid: uid('calibration', 'study'),
    studyId: `${seed}-C`,
    description: 'Lu-177 calibration',
    start,
  };
  const series: PhantomSeries = {
    seriesInstanceUid: uid(...path, 'series'),
    number,
    description: number === 1 ? 'Lu-177 208 keV OSEM' : 'Lu-177 208 keV OSEM spheres',
    modality: 'NM',
    start,
    frameOfReferenceUid,
  };
  const content = { name: '177Lu-chloride', activityMbq: assay.activityMbq, start: assay.at, end: null };
  return spectObject(study, series, geometry, camera, content, counts, `calibration/${name}.dcm`);
}
