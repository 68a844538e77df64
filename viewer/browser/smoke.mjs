/**
 * Opens the real OHIF, served by us, in a browser: the worklist shows a study, the basic viewer draws its CT, under our
 * Content-Security-Policy, without any request to another machine, and in spite of plugins that are missing or broken.
 *
 * node viewer/browser/smoke.mjs [--orthanc] [--ohif VERSION] [--shots FOLDER]
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '@graywise/viewer';
import { installOhif } from '../tools/installOhif.mjs';
import { launchBrowser } from './launchBrowser.mjs';
import { makeStudy } from './makeStudy.mjs';

const { values } = parseArgs({
  options: { orthanc: { type: 'boolean', default: false }, ohif: { type: 'string' }, shots: { type: 'string' } },
});

const folder = await mkdtemp(path.join(tmpdir(), 'graywise-smoke-'));
const cleanUp = [() => rm(folder, { recursive: true, force: true })];
try {
  await mkdir(path.join(folder, 'in'));
  await Promise.all(makeStudy().map((bytes, index) => writeFile(path.join(folder, 'in', `${index}.dcm`), bytes)));
  const plugins = path.join(folder, 'plugins');
  await mkdir(plugins);
  await writeFile(path.join(plugins, 'core.mjs'), "throw new Error('broken on purpose');");
  await writeFile(path.join(plugins, 'planning.mjs'), "export default { id: '@graywise/extension-planning' };");
  const ohif = await installOhif(values.ohif === undefined ? {} : { version: values.ohif });
  const server = await serve({
    dataDirectory: path.join(folder, 'data'),
    port: 0,
    importFrom: path.join(folder, 'in'),
    orthanc: values.orthanc,
    folders: { ohif, plugins },
  });
  cleanUp.unshift(() => server.close());
  const browser = await launchBrowser();
  cleanUp.unshift(() => browser.close());
  await openStudy(server.url, browser.page).catch(async error => {
    if (values.shots !== undefined) await browser.page.screenshot({ path: path.join(values.shots, 'failed.png') });
    throw new Error(`The viewer does not show the study. It reports: ${browser.problems.join('; ')}`, { cause: error });
  });
  requireNoProblems(browser);
  console.log('The viewer shows the study.');
} finally {
  for (const step of cleanUp) await step();
}

function requireNoProblems({ problems, foreignRequests }) {
  const leftOut = name => problems.some(problem => problem.includes(`/plugins/${name}.mjs could not be loaded and is left out`));
  // The guided tour of OHIF 3.12 complains about itself when it opens before its viewport.
  const others = problems.filter(problem => !problem.includes('/plugins/') && !problem.includes('advanceOn'));
  if (others.length > 0) throw new Error(`The viewer reports: ${others.join('; ')}`);
  if (!leftOut('core') || !leftOut('dosimetry') || leftOut('planning'))
    throw new Error('The viewer does not name the plugins that it leaves out.');
  if (foreignRequests.length > 0) throw new Error(`The viewer asks other machines: ${foreignRequests.join(', ')}`);
}

async function openStudy(url, page) {
  const picture = name => (values.shots === undefined ? undefined : page.screenshot({ path: path.join(values.shots, name) }));
  await page.goto(url);
  await page.getByText('Cylinder^Water').or(page.getByText('Cylinder, Water')).first().waitFor({ timeout: 60_000 });
  await picture('worklist.png');
  await page.goto(`${url}/viewer?StudyInstanceUIDs=2.25.5`);
  await page.locator('.cornerstone-canvas').first().waitFor({ timeout: 60_000 });
  await page.waitForFunction(hasPicture, undefined, { timeout: 60_000 });
  await picture('viewer.png');
}

/** Runs in the page: whether the first viewport shows more than one grey level. */
function hasPicture() {
  const canvas = document.querySelector('.cornerstone-canvas');
  if (canvas === null || canvas.width === 0) return false;
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const levels = new Set();
  for (let pixel = 0; pixel < data.length; pixel += 4 * 97) levels.add(data[pixel]);
  return levels.size > 3;
}
