/**
 * Opens the real OHIF, served by us, in a browser: the worklist shows a study, the basic viewer draws its CT, under our
 * Content-Security-Policy and without any request to another machine.
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
  const ohif = await installOhif(values.ohif === undefined ? {} : { version: values.ohif });
  const server = await serve({
    dataDirectory: path.join(folder, 'data'),
    port: 0,
    importFrom: path.join(folder, 'in'),
    orthanc: values.orthanc,
    folders: { ohif },
  });
  cleanUp.unshift(() => server.close());
  const browser = await launchBrowser();
  cleanUp.unshift(() => browser.close());
  await openStudy(server.url, browser.page);
  const violations = browser.problems.filter(problem => /Content.Security.Policy/i.test(problem));
  for (const problem of browser.problems) console.error(problem);
  if (violations.length > 0) throw new Error('The viewer breaks its Content-Security-Policy.');
  if (browser.foreignRequests.length > 0) throw new Error(`The viewer asks other machines: ${browser.foreignRequests.join(', ')}`);
  console.log('The viewer shows the study.');
} finally {
  for (const step of cleanUp) await step();
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
