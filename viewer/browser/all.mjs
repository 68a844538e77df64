/**
 * Every browser test, one after the other: the viewer alone, Monte Carlo against Node's, the whole loop against the embedded archive, what of it an archive decides against Orthanc,
 * patients in whom something went wrong, and the same bundle in the other supported versions of OHIF.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const graywise = join(here, '../../engine/course/bin/graywise.mjs');
const folder = mkdtempSync(join(tmpdir(), 'graywise-browser-'));
const patient = join(folder, 'patient');

try {
  node('a small digital patient', graywise, 'phantom', 'lu-dotatate', '--seed', '7', '--size', 'small', '--out', patient);
  node('the viewer alone', join(here, 'smoke.mjs'));
  node('Monte Carlo, bit for bit that of Node', join(here, 'sameTallies.mjs'));
  node('the whole loop, embedded archive', join(here, 'wholeLoop.mjs'), '--patient', patient);
  node('the whole loop, Orthanc', join(here, 'wholeLoop.mjs'), '--patient', patient, '--orthanc', '--archive-only');
  for (const variant of ['extravasation', 'obstructed-kidney'])
    node(`a patient with ${variant}`, join(here, 'prompts.mjs'), '--variant', variant);
  for (const version of ['3.12.10', '3.14.0-beta.6']) {
    node(`the same bundle in OHIF ${version}`, join(here, 'wholeLoop.mjs'), '--patient', patient, '--ohif', version, '--open-only');
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function node(title, ...words) {
  process.stdout.write(`Browser: ${title}\n`);
  const done = spawnSync(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
