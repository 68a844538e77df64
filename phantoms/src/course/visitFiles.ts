import type { Part10 } from '@graywise/dicom';
import { instantAfter, secondsBetween } from '@graywise/physics';
import { couch } from '../anatomy/couch.js';
import { TISSUES } from '../anatomy/tissues.js';
import { ctScanner } from '../camera/ctScanner.js';
import { ctSlice } from '../camera/ctSlice.js';
import { spectAcquisition } from '../camera/spectAcquisition.js';
import type { PhantomSeries, PhantomStudy } from '../dicom/commonModules.js';
import { ctObject } from '../dicom/ctObject.js';
import { spectObject } from '../dicom/spectObject.js';
import { gridGeometry } from '../geometry/gridGeometry.js';
import { movedBody } from '../geometry/movedBody.js';
import { normalQuantiles } from '../random/normalQuantiles.js';
import { randomSource } from '../random/randomSource.js';
import { activeBodies } from './activeBodies.js';
import { drawnRegionsFile } from './drawnRegionsFile.js';
import type { FileBatch } from './pacedFiles.js';
import type { PhantomCourse } from './phantomCourse.js';
import { patientStudy } from './patientStudy.js';
import type { TreatedCycle } from './treatedCycle.js';
import type { Visit } from './visit.js';

/** The CT is taken before the SPECT. */
const CT_BEFORE_SPECT_S = 240;

/** All files of one visit: the CT slice by slice, the SPECT, and at the first visit of a cycle the regions drawn on its CT. */
export function visitFiles(course: PhantomCourse, cycle: TreatedCycle, visit: Visit): FileBatch {
  const scanner = ctScanner(course.size);
  const folder = `cycle-${cycle.cycle}/visit-${visit.timePoint}`;
  const study = patientStudy(course, cycle);
  const series = (modality: 'CT' | 'NM' | 'SEG', number: number, description: string, delayS: number): PhantomSeries => ({
    seriesInstanceUid: course.uid(folder, modality),
    number: 10 * visit.timePoint + number,
    description,
    modality,
    start: instantAfter(visit.start, delayS),
    frameOfReferenceUid: visit.frameOfReferenceUid,
  });
  const ct = series('CT', 1, 'CT AC', -CT_BEFORE_SPECT_S);
  const spect = series('NM', 2, 'Lu-177 208 keV OSEM', 0);
  const ctGeometry = gridGeometry(
    scanner.size,
    [scanner.pixelMm, scanner.pixelMm, scanner.sliceMm],
    [0, 0, visit.ctOffsetMm],
    visit.frameOfReferenceUid,
  );
  function* files(): Generator<Part10> {
    yield spectFile(course, cycle, visit, study, spect, `${folder}-spect/spect.dcm`);
    yield* ctFiles(course, visit, study, ct, `${folder}-ct`, ctGeometry, randomSource(course.seed, 'ct', folder));
    if (visit.timePoint === 1)
      yield drawnRegionsFile(course, visit, study, series('SEG', 3, 'Regions', 3600), ct, ctGeometry, `${folder}-regions/regions.dcm`);
  }
  return { count: scanner.size[2] + 2, files: files() };
}

function* ctFiles(
  course: PhantomCourse,
  visit: Visit,
  study: PhantomStudy,
  series: PhantomSeries,
  folder: string,
  geometry: ReturnType<typeof gridGeometry>,
  random: ReturnType<typeof randomSource>,
): Generator<Part10> {
  const aboveAir = ({ tissue }: { tissue: keyof typeof TISSUES }): number => TISSUES[tissue].hounsfield - TISSUES.air.hounsfield;
  const bodies = [
    ...couch().map(part => ({ body: part.body, value: aboveAir(part) })),
    ...course.patient.parts.map(part => ({ body: movedBody(part.body, visit.placement.matrixLps), value: aboveAir(part) })),
  ];
  const quantiles = normalQuantiles();
  for (let k = 0; k < geometry.size[2]; k++) {
    const pixels = ctSlice(bodies, geometry, k, ctScanner(course.size), quantiles, random);
    yield ctObject(study, series, geometry, k, pixels, `${folder}/${String(k + 1).padStart(3, '0')}.dcm`);
  }
}

function spectFile(
  course: PhantomCourse,
  cycle: TreatedCycle,
  visit: Visit,
  study: PhantomStudy,
  series: PhantomSeries,
  name: string,
): Part10 {
  const { camera, patient, seed } = course;
  const { administration: given } = cycle;
  const geometry = gridGeometry(camera.size, [camera.voxelMm, camera.voxelMm, camera.voxelMm], [0, 0, 0], visit.frameOfReferenceUid);
  const bodies = activeBodies(patient, cycle, visit.placement.matrixLps, secondsBetween(given.start, visit.start), camera);
  const counts = spectAcquisition(bodies, geometry, camera, randomSource(seed, 'spect', name));
  const radiopharmaceutical = {
    name: '177Lu-DOTATATE',
    activityMbq: Math.round(given.netBq / 1e4) / 100,
    start: given.start,
    end: given.end,
  };
  return spectObject(study, series, geometry, camera, radiopharmaceutical, counts, name);
}
