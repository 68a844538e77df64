/**
 * The dose step alone: every dose engine is handed the true activity and the true CT of the digital patient lu-dotatate, and its doses are compared with the
 * truth: writes docs/validation/dose-step.md.
 *
 *     npm run build:types && node phantoms/tools/compareDoseEngines.mjs [seed]
 */
import { writeFileSync } from 'node:fs';
import { monteCarloEngine, runTransportTask, voxelKernelEngine } from '@graywise/kernels';
import { localDepositionEngine, nuclideData, sourceSpectrum } from '@graywise/physics';
import { decaysOf } from '../dist/course/decaysOf.js';
import { digitalPatient } from '../dist/course/digitalPatient.js';
import { treatedCycle } from '../dist/course/treatedCycle.js';
import { TRUE_REGIONS } from '../dist/course/trueRegions.js';
import { doseOfParts } from '../dist/dose/doseOfParts.js';
import { trueDoseModel } from '../dist/dose/trueDoseModel.js';
import { trueDoseRequest } from '../dist/dose/trueDoseRequest.js';
import { gridGeometry } from '../dist/geometry/gridGeometry.js';
import { reportOfDoseStep } from './reportOfDoseStep.mjs';

/** Trunk as wide as it is, and as long as a camera of two bed positions sees; what lies beyond counts as lost. */
const BOX_MM = [400, 252, 480];
/** The width of a voxel for each engine, mm: half that of a camera, and about that of a camera. */
const ENGINES = [
  [localDepositionEngine, 2.4],
  [voxelKernelEngine, 2.4],
  [monteCarloEngine(inTurn), 2.4],
  [monteCarloEngine(inTurn), 4],
];

const seed = Number(process.argv[2] ?? 1);
const nuclide = nuclideData('Lu-177');
const spectrum = await sourceSpectrum(nuclide.name, 'parent alone');
const patient = digitalPatient(seed);
const decays = decaysOf(treatedCycle(seed, 1, patient, nuclide));
const columns = [];
for (const [engine, spacingMm] of ENGINES) {
  const size = BOX_MM.map(length => Math.ceil(length / spacingMm));
  const request = trueDoseRequest(patient, decays, spectrum, gridGeometry(size, [spacingMm, spacingMm, spacingMm], [0, 0, 0], ''));
  const result = await engine.compute(request);
  process.stderr.write(`${engine.name}\n`);
  columns.push({ title: `${engine.name}, ${spacingMm} mm`, found: TRUE_REGIONS.map(({ parts }) => doseOfParts(request, result, parts)) });
}
const truthOf = await trueDoseModel(patient, nuclide);
const truths = TRUE_REGIONS.map(region => ({ name: region.name, ...truthOf(region, decays) }));
const path = new URL('../../docs/validation/dose-step.md', import.meta.url);
writeFileSync(path, reportOfDoseStep({ seed, columns, truths }));

async function inTurn(tasks) {
  const tallies = [];
  for (const task of tasks) tallies.push(await runTransportTask(task));
  return tallies;
}
