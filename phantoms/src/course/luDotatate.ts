import { deterministicUid, type Part10 } from '@graywise/dicom';
import { GraywiseError, nuclideData } from '@graywise/physics';
import { spectCamera } from '../camera/spectCamera.js';
import { trueDoseModel } from '../dose/trueDoseModel.js';
import { calibrationFiles } from './calibrationFiles.js';
import { digitalPatient } from './digitalPatient.js';
import { factsDocument } from './factsDocument.js';
import { factsFile } from './factsFile.js';
import { calibrationSource } from './calibrationSource.js';
import { DEFAULT_RESOLUTION_MM, type PhantomOptions } from './phantomOptions.js';
import { pace } from './pace.js';
import { pacedFiles } from './pacedFiles.js';
import { sphereSource } from './sphereSource.js';
import { treatedCycle } from './treatedCycle.js';
import { truthDocument } from './truthDocument.js';
import { visitFiles } from './visitFiles.js';

/**
 * A whole course of 177Lu-DOTATATE in a digital adult, file by file: two cycles of four SPECT/CT visits with regions, the calibration of the camera, `truth.json`, and
 * the facts twice: `facts.json` and as the DICOM object an archive would keep. README.md of the package says what is modelled and what is not.
 *
 * Needs no more memory than one visit. Pauses between files, so that a page stays alive; throws GW_CANCELLED when `signal` is aborted, GW_USAGE for a seed that is
 * no whole number of zero or more.
 */
export async function* luDotatate(options: PhantomOptions): AsyncGenerator<Part10, void, void> {
  const {
    seed,
    size = 'full',
    cycles: cycleCount = 2,
    cameraBlur = true,
    resolutionMm = DEFAULT_RESOLUTION_MM,
    variant = 'normal',
  } = options;
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new GraywiseError('GW_USAGE', { expected: 'a seed of zero or more', found: String(seed) });
  if (!(resolutionMm > 0)) throw new GraywiseError('GW_USAGE', { expected: 'a resolution above 0 mm', found: String(resolutionMm) });
  const camera = spectCamera(size, cameraBlur ? resolutionMm : null);
  const nuclide = nuclideData('Lu-177');
  const patient = digitalPatient(seed, variant);
  const cycles = ([1, 2] as const).slice(0, cycleCount).map(cycle => treatedCycle(seed, cycle, patient, nuclide, variant));
  const source = calibrationSource(seed);
  const spheres = sphereSource(seed);
  const course = {
    seed,
    variant,
    size,
    camera,
    patient,
    nuclide,
    uid: (...path: string[]) =>
      deterministicUid(
        'graywise phantom',
        'lu-dotatate',
        JSON.stringify([seed, size, camera.resolutionMm, ...(variant === 'normal' ? [] : [variant])]),
        ...path,
      ),
  };
  const visits = cycles.flatMap(cycle => cycle.visits.map(visit => ({ cycle, visit })));
  const share = 1 / (visits.length + 1.5);
  for (const [i, { cycle, visit }] of visits.entries()) {
    yield* pacedFiles(visitFiles(course, cycle, visit), options, {
      from: i * share,
      to: (i + 1) * share,
      label: `cycle ${cycle.cycle}, visit ${visit.timePoint}`,
    });
  }
  yield* pacedFiles(calibrationFiles(course, source, spheres), options, {
    from: visits.length * share,
    to: (visits.length + 0.5) * share,
    label: 'calibration',
  });
  const doseOf = await trueDoseModel(patient, nuclide, {
    pace: fraction => pace(options, 1 - (1 - fraction) * share, 'true doses'),
  });
  yield jsonFile('truth.json', truthDocument({ seed, variant, patient, cycles, nuclide, camera, doseOf }));
  const facts = factsDocument(cycles, source, course.uid('calibration', 'series'), spheres, course.uid('calibration', 'spheres', 'series'));
  yield jsonFile('facts.json', facts);
  const [firstCycle] = cycles;
  if (firstCycle) yield factsFile(course, firstCycle, facts);
  options.onProgress?.(1, 'done');
}

function jsonFile(name: string, content: object): Part10 {
  return { name, bytes: new TextEncoder().encode(`${JSON.stringify(content, null, 1)}\n`) };
}
