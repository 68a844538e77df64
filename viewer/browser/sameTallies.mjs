/**
 * Monte Carlo in the browser: every bit of dose and uncertainty as Node computes it, with one, two and four workers each.
 *
 * node viewer/browser/sameTallies.mjs: builds the page with the viewer's own webpack configuration and serves it as the viewer is served.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { WorkerPool } from '@graywise/course';
import { serve } from '@graywise/viewer';
import webpack from 'webpack';
import { createNodeWorker } from '../../engine/course/dist/pool/nodeWorker.js';
import { installOhif } from '../tools/installOhif.mjs';
import config from '../webpack.config.mjs';
import { firstDifference } from './firstDifference.mjs';
import { launchBrowser } from './launchBrowser.mjs';
import { layeredDose } from './sameTallies/layeredDose.mjs';

const WORKERS = [1, 2, 4];
const folder = await mkdtemp(path.join(tmpdir(), 'graywise-tallies-'));
const cleanUp = [() => rm(folder, { recursive: true, force: true })];
try {
  const plugins = path.join(folder, 'plugins');
  await bundlePage(plugins);
  const server = await serve({
    dataDirectory: path.join(folder, 'data'),
    port: 0,
    orthanc: false,
    folders: { ohif: await installOhif({}), plugins },
  });
  cleanUp.unshift(() => server.close());
  const browser = await launchBrowser();
  cleanUp.unshift(() => browser.close());
  await browser.page.goto(`${server.url}/plugins/page.html`);
  await browser.page.waitForFunction('window.doseWithWorkers', undefined, { timeout: 30_000 });

  const expected = await inNode(1);
  if (!expected.every(Number.isFinite) || !expected.some(gray => gray > 0)) throw new Error('The body has no dose.');
  for (const workers of WORKERS) {
    requireSame(`Node with ${workers} workers`, await inNode(workers), expected);
    const inBrowser = await browser.page.evaluate(count => window.doseWithWorkers(count), workers);
    requireSame(`the browser with ${workers} workers`, inBrowser, expected);
  }
  const problems = browser.problems.filter(problem => !problem.includes('favicon'));
  if (problems.length > 0) throw new Error(`The page reports: ${problems.join('; ')}`);
  console.log(
    `Monte Carlo in Node and in the browser with ${WORKERS.join(', ')} workers: the same ${expected.length} numbers bit for bit.`,
  );
} finally {
  for (const step of cleanUp) await step();
}

async function bundlePage(output) {
  const entry = { page: fileURLToPath(new URL('sameTallies/page.mjs', import.meta.url)) };
  const stats = await new Promise((resolve, reject) =>
    webpack({ ...config, entry, output: { ...config.output, path: output } }, (fault, built) => (fault ? reject(fault) : resolve(built))),
  );
  if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
  await writeFile(
    path.join(output, 'page.html'),
    '<!doctype html><title>Monte Carlo</title><script type="module" src="page.mjs"></script>',
  );
}

async function inNode(workers) {
  const pool = new WorkerPool(createNodeWorker, workers);
  try {
    return await layeredDose(pool);
  } finally {
    pool.dispose();
  }
}

function requireSame(who, found, expected) {
  const difference = firstDifference(found, expected);
  if (difference) throw new Error(`Monte Carlo by ${who} differs from one worker of Node at ${difference}`);
}
