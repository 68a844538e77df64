/**
 * Patients in whom something went wrong raise their prompts in the step Verify; what is outside of the expected is commented on before it is signed.
 *
 * node viewer/browser/prompts.mjs --variant NAME [--patient FOLDER] [--shots FOLDER]
 *
 * Without --patient a small digital patient of the variant is made.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { serve } from '@graywise/viewer';
import { installOhif } from '../tools/installOhif.mjs';
import { launchBrowser } from './launchBrowser.mjs';

/** What a variant must raise. */
const EXPECTED = { extravasation: 'extravasation', 'obstructed-kidney': 'kidney obstruction' };

const { values } = parseArgs({
  options: { variant: { type: 'string' }, patient: { type: 'string' }, shots: { type: 'string' } },
});
const expected = EXPECTED[values.variant];
if (expected === undefined) throw new Error(`--variant is one of ${Object.keys(EXPECTED).join(', ')}.`);
const graywise = fileURLToPath(new URL('../../engine/course/bin/graywise.mjs', import.meta.url));
const folder = await mkdtemp(path.join(tmpdir(), 'graywise-prompts-'));
const cleanUp = [() => rm(folder, { recursive: true, force: true })];

try {
  const patient = values.patient ?? (await makePatient());
  const ohif = await installOhif({});
  const server = await serve({ dataDirectory: path.join(folder, 'data'), port: 0, importFrom: patient, orthanc: false, folders: { ohif } });
  cleanUp.unshift(() => server.close());
  const browser = await launchBrowser({ width: 1700, height: 1000 });
  cleanUp.unshift(() => browser.close());
  const kinds = await findingsOf(browser.page, server.url);
  await commentAndStore(browser.page);
  if (!kinds.includes(expected)) throw new Error(`The patient with ${values.variant} raises: ${kinds.join(', ') || 'nothing'}.`);
  console.log(`The patient with ${values.variant} raises: ${kinds.join(', ')}.`);
} finally {
  for (const step of cleanUp) await step();
}

async function makePatient() {
  const out = path.join(folder, 'patient');
  const words = ['phantom', 'lu-dotatate', '--seed', '7', '--size', 'small', '--cycles', '1', '--variant', values.variant, '--out', out];
  await promisify(execFile)(process.execPath, [graywise, ...words]);
  return out;
}

async function findingsOf(page, url) {
  const answer = await fetch(`${url}/dicomweb/studies?ModalitiesInStudy=NM&PatientID=*`, { headers: { accept: 'application/dicom+json' } });
  const study = (await answer.json()).find(found => found['00081030']?.Value?.[0]?.includes('cycle 1'))['0020000D'].Value[0];
  await page.goto(`${url}/verify-cycle?StudyInstanceUIDs=${study}`);
  await page.locator('[data-cy=gw-cycle-1]').waitFor({ timeout: 120_000 });
  await page.locator('[data-cy=gw-run]').click();
  const stopped = page.locator('[data-cy=gw-refusal], [data-cy=gw-decision]');
  await page.locator('[data-cy=gw-store-name]').or(stopped).first().waitFor({ timeout: 600_000 });
  if ((await stopped.count()) > 0) throw new Error(`The patient was refused: ${await stopped.first().innerText()}`);
  await page.locator('[data-cy=gw-step-verify]').click();
  await page.locator('[data-cy=gw-comparisons]').waitFor();
  const findings = page.locator('[data-cy=gw-finding]');
  const kinds = await findings.evaluateAll(cards => cards.map(card => card.dataset.kind));
  const first = findings.first();
  if (kinds.length > 0) {
    await first.locator('summary').click();
    const rows = await first.locator('[data-cy=gw-worksheet] tbody tr').count();
    if (rows === 0) throw new Error('The prompt has no worksheet.');
  }
  await picture(page, values.variant);
  return kinds;
}

/** A dose outside of what was expected keeps the record from being signed, and is said to, until somebody has commented on it. */
async function commentAndStore(page) {
  const fields = page.locator('[data-cy=gw-comments] textarea');
  const labels = await fields.evaluateAll(found => found.map(field => field.dataset.cy));
  if (labels.length > 0) {
    await signable(page, false);
    await page.locator('[data-cy=gw-comments-missing] button').click();
  }
  for (const label of labels) {
    await page.locator(`[data-cy=${label}]`).fill('Prompted; to be discussed with urology.');
    await page.locator(`[data-cy=${label.replace('gw-', 'gw-keep-')}]`).click();
    await page.locator('[data-cy=gw-progress]').waitFor({ state: 'detached' });
  }
  if (labels.length > 0) await picture(page, `${values.variant}-comment`);
  await signable(page, true);
  await page.locator('[data-cy=gw-store]').click();
  await page.locator('[data-cy=gw-stored]').waitFor();
  console.log(`Stored with ${labels.length} comments.`);
}

async function signable(page, wanted) {
  await page.locator('[data-cy=gw-step-record]').click();
  await page.locator('[data-cy=gw-store-name]').fill('A. Physicist');
  const can = await page.locator('[data-cy=gw-store]').isEnabled();
  if (can !== wanted) throw new Error(`The record can ${can ? '' : 'not '}be signed.`);
}

async function picture(page, name) {
  if (values.shots === undefined) return;
  await mkdir(values.shots, { recursive: true });
  await page.waitForTimeout(3000);
  await page.screenshot({ path: path.join(values.shots, `${name}.png`) });
}
