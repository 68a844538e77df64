/**
 * Verifies virtual patients and holds every dose against its truth. Patients that were done before are not done again: results stand in .work/coverage.
 *
 *     npm run build:types && node phantoms/tools/coverageStudy.mjs FIRST LAST [--name NAME] [--off SOURCE[,SOURCE]] [--modes 1,2] [--phantom-phases]
 *
 * --phantom-phases: early phases as narrow as those of the phantom lu-dotatate, not as wide as the engine assumes them. --off switches sources of error off: counts, calibration, outline, registration, resolution, density, dose engine, half-life prior.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PHANTOM_EARLY_PHASES } from '@graywise/phantoms';
import { coverageStatistics } from '../../engine/course/dist/validation/coverageStatistics.js';
import { VIRTUAL_MODES, verifyVirtualPatient } from '../../engine/course/dist/validation/verifyVirtualPatient.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string', default: 'all' },
    off: { type: 'string', default: '' },
    modes: { type: 'string', default: '1,2,3,4' },
    'phantom-phases': { type: 'boolean', default: false },
  },
});
const [first, last] = positionals.map(Number);
const off = values.off === '' ? [] : values.off.split(',');
const modes = VIRTUAL_MODES.filter((_, index) => values.modes.split(',').includes(String(index + 1)));
const folder = new URL('../../.work/coverage/', import.meta.url);
mkdirSync(folder, { recursive: true });
const file = new URL(`${values.name}.jsonl`, folder);
const done = existsSync(file)
  ? readFileSync(file, 'utf8')
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line))
  : [];
for (let seed = first; seed <= last; seed++) {
  if (done.some(({ seed: known }) => known === seed)) continue;
  const outcomes = await verifyVirtualPatient({ seed, off, modes, ...(values['phantom-phases'] && { earlyPhases: PHANTOM_EARLY_PHASES }) });
  appendFileSync(file, `${JSON.stringify({ seed, outcomes })}\n`);
  done.push({ seed, outcomes });
}
const outcomes = done.filter(({ seed }) => seed >= first && seed <= last).flatMap(entry => entry.outcomes);
for (const mode of modes)
  for (const region of ['kidney-left', 'lesion-1']) {
    const chosen = outcomes.filter(outcome => outcome.mode === mode.name && outcome.region === region);
    const s = coverageStatistics(chosen);
    const percent = value => (100 * value).toFixed(1).padStart(6);
    console.log(
      `${mode.name.padEnd(34)} ${region.padEnd(12)} n ${s.count} coverage ${percent(s.coverage)} +- ${percent(s.coverageUncertainty)} width ${percent(s.meanWidth)} bias ${percent(s.bias)} spread ${percent(s.spread)} stated ${percent(s.statedUncertainty)} z ${s.zMean.toFixed(2)} sd ${s.zDeviation.toFixed(2)}  ${budgetOf(chosen)}`,
    );
  }

function budgetOf(chosen) {
  const sums = new Map();
  for (const { budget } of chosen) for (const [source, u] of Object.entries(budget)) sums.set(source, (sums.get(source) ?? 0) + u * u);
  return [...sums]
    .map(([source, sum]) => [source, Math.sqrt(sum / chosen.length)])
    .sort((a, b) => b[1] - a[1])
    .map(([source, u]) => `${source} ${(100 * u).toFixed(1)}`)
    .join(', ');
}
