import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, node, root, run } from './ensureInstalled.mjs';

/**
 * `npm start`: installs, builds, makes the demonstration patient, verifies and plans it in the terminal, then serves archive and viewer.
 *
 * What is already there is kept: a second start serves within seconds.
 */
ensureInstalled();
const work = join(root, '.work');
const patient = join(work, 'demonstration');
const graywise = join(root, 'engine', 'course', 'bin', 'graywise.mjs');

step('Building engine and viewer');
run('npm', ['run', '--silent', 'build']);
if (!existsSync(join(patient, 'truth.json'))) {
  step('Making the demonstration patient: two cycles of 177Lu-DOTATATE, four SPECT/CT each');
  run(node, [graywise, 'phantom', 'lu-dotatate', '--seed', '1', '--out', patient], { stdio: ['ignore', 'ignore', 'inherit'] });
}
step('Verifying cycle 1 and planning cycle 2');
run(node, [join(root, 'tools', 'demonstrate.mjs'), patient, join(work, 'demonstration-record')]);
step('Starting archive and viewer');
run(node, [
  graywise,
  'serve',
  '--data',
  join(work, 'archive'),
  '--import',
  patient,
  '--port',
  process.env.PORT ?? '3000',
  ...(process.env.GRAYWISE_ORTHANC === '1' ? ['--orthanc'] : []),
]);

function step(text) {
  process.stdout.write(`\n== ${text}\n`);
}
