/**
 * Makes fully imaged patients lu-dotatate, verifies their first cycle as the command line does, and holds every region's dose against the truth. Patients that were done
 * before are not done again: results stand in .work/coverage/lu-dotatate-SIZE.
 *
 *     npm run build && node phantoms/tools/fullyImaged.mjs FIRST LAST [--size small|full] [--workers N]
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseFacts } from '@graywise/dicom';
import { createCourseEngine, WorkerPool } from '@graywise/course';
import { luDotatate } from '@graywise/phantoms';
import { createNodeWorker } from '../../engine/course/dist/pool/nodeWorker.js';
import { virtualOutcome } from '../../engine/course/dist/validation/virtualOutcome.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string', default: 'small' }, workers: { type: 'string', default: '1' } },
});
const [first, last] = positionals.map(Number);
const folder = new URL(`../../.work/coverage/lu-dotatate-${values.size}/`, import.meta.url);
mkdirSync(folder, { recursive: true });

for (let seed = first; seed <= last; seed++) {
  const file = new URL(`${seed}.json`, folder);
  if (existsSync(file)) continue;
  const started = performance.now();
  const outcomes = await verifyPatient(seed);
  writeFileSync(new URL(`${seed}.part`, folder), `${JSON.stringify({ seed, outcomes }, null, 1)}\n`);
  renameSync(new URL(`${seed}.part`, folder), file);
  process.stderr.write(`seed ${seed}: ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
}
for (let seed = first; seed <= last; seed++)
  for (const { region, truthGy, foundGy, relativeUncertainty, interval95Gy } of JSON.parse(
    readFileSync(new URL(`${seed}.json`, folder), 'utf8'),
  ).outcomes)
    console.log(
      `${seed} ${region.padEnd(13)} found / true ${(foundGy / truthGy).toFixed(3)} u ${(100 * relativeUncertainty).toFixed(1)} % z ${(Math.log(foundGy / truthGy) / relativeUncertainty).toFixed(2)} ${truthGy >= interval95Gy[0] && truthGy <= interval95Gy[1] ? 'inside' : 'OUTSIDE'}`,
    );

async function verifyPatient(seed) {
  const files = [];
  for await (const file of luDotatate({ seed, size: values.size, cycles: 1 })) files.push(file);
  process.stderr.write(`seed ${seed}: made after ${(process.cpuUsage().user / 1e6).toFixed(0)} s of work\n`);
  const text = name => new TextDecoder().decode(files.find(file => file.name === name).bytes);
  const truth = JSON.parse(text('truth.json'));
  const facts = parseFacts(JSON.parse(text('facts.json')));
  const pool = new WorkerPool(createNodeWorker, Number(values.workers));
  try {
    const engine = createCourseEngine(pool);
    await engine.importFiles(
      files.filter(({ name }) => name.endsWith('.dcm')),
      facts,
    );
    const outcome = await engine.runStep(1, 'record', []);
    if (outcome.refusal) throw new Error(`${outcome.refusal.code}: ${outcome.refusal.message}`);
    return truth.cycles[0].regions.flatMap(({ name, volume_mL, absorbedDose_Gy }) => {
      const region = outcome.known.regions.find(found => found.name === name);
      const known = { seed, mode: 'fully imaged', region: name, trueVolumeMl: volume_mL, truthGy: absorbedDose_Gy };
      return region ? [virtualOutcome(known, region.absorbedDose)] : [];
    });
  } finally {
    pool.dispose();
  }
}
