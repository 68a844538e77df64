/**
 * The whole loop in the real OHIF: worklist, verify, store, reload, plan, store, reload, and the doses bit for bit those of the command line.
 *
 * node viewer/browser/wholeLoop.mjs [--orthanc] [--ohif VERSION] [--patient FOLDER] [--shots FOLDER] [--archive-only | --open-only]
 *
 * With --archive-only it leaves out what no archive changes: second engine, budget, fewer scans, the command line. With --open-only it ends when both modes have opened
 * the course. Without --patient a small digital patient is made. Exits with 1 when anything is not as it should be.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { restoreRecords } from '@graywise/dicom';
import { serve } from '@graywise/viewer';
import { installOhif } from '../tools/installOhif.mjs';
import { choosePlan, requireChosenPlan } from './choosePlan.mjs';
import { compareEngines } from './compareEngines.mjs';
import { fewerScans } from './fewerScans.mjs';
import { firstDifference } from './firstDifference.mjs';
import { launchBrowser } from './launchBrowser.mjs';
import { openBudget } from './openBudget.mjs';
import { pageLateness, watchPage } from './pageLateness.mjs';
import { storeSiteValues } from './storeSiteValues.mjs';
import { storedRecords } from './storedRecords.mjs';

const { values } = parseArgs({
  options: {
    orthanc: { type: 'boolean', default: false },
    ohif: { type: 'string' },
    patient: { type: 'string' },
    shots: { type: 'string' },
    'archive-only': { type: 'boolean', default: false },
    'open-only': { type: 'boolean', default: false },
  },
});
const run = promisify(execFile);
const graywise = fileURLToPath(new URL('../../engine/course/bin/graywise.mjs', import.meta.url));
const folder = await mkdtemp(path.join(tmpdir(), 'graywise-loop-'));
const cleanUp = [() => rm(folder, { recursive: true, force: true })];
let clicks = 0;

try {
  const patient = values.patient ?? (await makePatient());
  const ohif = await installOhif(values.ohif === undefined ? {} : { version: values.ohif });
  const server = await serve({
    dataDirectory: path.join(folder, 'data'),
    port: 0,
    importFrom: patient,
    orthanc: values.orthanc,
    folders: { ohif },
  });
  cleanUp.unshift(() => server.close());
  const browser = await launchBrowser({ width: 1700, height: 1000 });
  cleanUp.unshift(() => browser.close());
  const { page } = browser;

  const studyUid = await openFromWorklist(page, server.url);
  if (values['open-only']) await openPlanMode(page, server.url, studyUid);
  else await wholeLoop(page, server.url, studyUid, patient);
  refuseProblems(browser);
  console.log(
    `${values['open-only'] ? 'Both modes open' : 'The whole loop holds'} (OHIF ${values.ohif ?? 'default'}, ${values.orthanc ? 'Orthanc' : 'embedded archive'}).`,
  );
} finally {
  for (const step of cleanUp) await step();
}

async function openPlanMode(page, url, studyUid) {
  await page.goto(`${url}/plan-cycle?StudyInstanceUIDs=${studyUid}`);
  await shown(page, 'gw-plan-course', 'the course in the plan mode');
}

async function wholeLoop(page, url, studyUid, patient) {
  await verifyAndStore(page);
  report(`worklist to stored verification: ${clicks} clicks`);
  if (clicks > 8) throw new Error(`A clean patient takes ${clicks} clicks; at most 8 are allowed.`);
  await page.reload();
  await shown(page, 'gw-cycle-1', 'the course after a reload');
  await page.locator('[data-cy=gw-step-record]').click();
  await shown(page, 'gw-stored', 'the stored verification after a reload');
  await picture(page, 'restored');

  await page.goto(`${url}/plan-cycle?StudyInstanceUIDs=${studyUid}`);
  await shown(page, 'gw-prescription', 'the prescription', 120_000);
  const planned = await choosePlan(page, name => picture(page, name));
  report(`slider: ${planned.slider}`);
  report(`chosen among: ${planned.alternatives.join('; ')}`);
  await page.reload();
  await shown(page, 'gw-signed-plan', 'the stored plan after a reload');
  await requireChosenPlan(page);
  await shown(page, 'gw-alternatives', 'the alternatives after a reload');
  await picture(page, 'plan-restored');

  const stored = await storedVerification(url, studyUid);
  if (!values['archive-only']) await sameAsCommandLine(stored, patient);
}

async function makePatient() {
  const out = path.join(folder, 'patient');
  await run(process.execPath, [graywise, 'phantom', 'lu-dotatate', '--seed', '7', '--size', 'small', '--out', out]);
  return out;
}

async function openFromWorklist(page, url) {
  await page.goto(url);
  const row = page.getByText('177Lu-DOTATATE cycle 1').first();
  await row.waitFor({ timeout: 180_000 });
  await picture(page, 'worklist');
  await row.click();
  clicks++;
  const mode = page.getByText('Verify cycle').first();
  await mode.waitFor({ timeout: 60_000 });
  await mode.click();
  clicks++;
  await page.waitForURL(/verify-cycle/);
  await shown(page, 'gw-course', 'the course', 120_000);
  await page.locator('[data-cy=gw-cycle-1]').waitFor({ timeout: 120_000 });
  return new URL(page.url()).searchParams.get('StudyInstanceUIDs');
}

async function verifyAndStore(page) {
  // What OHIF itself still loads is not the engine's work.
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(2000);
  if (!values['archive-only']) await storeSiteValues(page, name => picture(page, name));
  await watchPage(page);
  await page.locator('[data-cy=gw-run]').click();
  clicks++;
  await page.locator('[data-cy=gw-store-name], [data-cy=gw-refusal], [data-cy=gw-decision]').first().waitFor({ timeout: 600_000 });
  const refused = page.locator('[data-cy=gw-refusal], [data-cy=gw-decision]');
  if ((await refused.count()) > 0) throw new Error(`A clean patient was refused: ${await refused.first().innerText()}`);
  for (const line of await pageLateness(page)) report(`page while the engine works: ${line}`);
  await requireNoPrompts(page);
  if (!values['archive-only']) {
    await lookTwice(page);
    await lookDeeper(page);
  }
  await page.locator('[data-cy=gw-step-record]').click();
  await walkThroughSteps(page);
  await page.locator('[data-cy=gw-store-name]').fill('A. Physicist');
  await page.locator('[data-cy=gw-store]').click();
  clicks++;
  await shown(page, 'gw-stored', 'the verification stored', 120_000);
}

/** A second dose engine beside the first; not counted, because a clean patient does not need it. */
async function lookTwice(page) {
  await watchPage(page);
  const found = await compareEngines(page, name => picture(page, `compare-${name}`));
  for (const line of await pageLateness(page)) report(`page while a second engine works: ${line}`);
  report(`dose by ${found.ruled}: ${found.reason}`);
  report(`against ${found.second}: ${found.usual} ${found.stricter}`);
  await page.locator('[data-cy=gw-run]').click();
  await page.locator('[data-cy=gw-store-name]').waitFor({ timeout: 60_000 });
}

/** A patient in whom nothing went wrong is not alarmed about. */
async function requireNoPrompts(page) {
  await page.locator('[data-cy=gw-step-verify]').click();
  await page.locator('[data-cy=gw-comparisons]').waitFor();
  const prompts = await page.locator('[data-cy=gw-finding]').allInnerTexts();
  if (prompts.length > 0) throw new Error(`A clean patient raises a prompt: ${prompts.join('; ')}`);
}

/** Where the kidney dose comes from, and the same cycle by one scan; not counted either. */
async function lookDeeper(page) {
  const budget = await openBudget(page, name => picture(page, name));
  report(`kidney dose: ${budget.bars.join(', ')}`);
  report(`less by: ${budget.advice.join(' ')}`);
  report(`by random trials: ${budget.check.join('; ')}`);
  const { allScans, oneScan, byCohort, best } = await fewerScans(page, name => picture(page, name));
  report(`kidney dose by all scans ${allScans} Gy, by one ${oneScan} Gy, by one and a cohort ${byCohort} Gy. ${best}`);
}

/** Pictures of every step for the guide; not counted, because nobody needs to walk there. */
async function walkThroughSteps(page) {
  if (values.shots === undefined) return;
  for (const step of ['calibrate', 'align', 'regions', 'time-activity', 'dose', 'verify', 'record']) {
    await page.locator(`[data-cy=gw-step-${step}]`).click();
    await page.waitForTimeout(6000);
    await picture(page, step);
  }
}

/** The verification of cycle 1 in the archive, beside the plan of the label's activity. */
async function storedVerification(url, studyUid) {
  const { verifications, plans } = await storedRecords(`${url}/dicomweb`, studyUid);
  const stored = verifications.find(({ verification }) => verification.cycle === 1)?.verification;
  if (!stored) throw new Error('The archive holds no verification of cycle 1.');
  if (!plans.some(({ plan }) => plan.chosenActivity === 7.4e9)) throw new Error('The archive holds no plan of 7400 MBq.');
  return stored;
}

/** What the browser stored against what the command line computes with one worker and with two: the same to the last bit. */
async function sameAsCommandLine(stored, patient) {
  for (const workers of ['1', '2']) {
    const out = path.join(folder, `record-${workers}`);
    await mkdir(out);
    await run(process.execPath, [graywise, 'verify', patient, '--cycle', '1', '--workers', workers, '--out', out], { maxBuffer: 1 << 28 });
    const files = await Promise.all(
      (await readdir(out)).map(async name => ({ name, bytes: new Uint8Array(await readFile(path.join(out, name))) })),
    );
    const [computed] = restoreRecords(files).verifications;
    const difference = firstDifference(computed.verification, { ...stored, signOff: null });
    if (difference) throw new Error(`Node with ${workers} workers and the browser differ at ${difference}`);
  }
  report('browser, Node with one worker and Node with two: the same doses bit for bit');
}

function refuseProblems({ problems, foreignRequests }) {
  const violations = problems.filter(problem => /Content.Security.Policy/i.test(problem));
  for (const problem of problems) console.error(problem);
  if (violations.length > 0) throw new Error('The viewer breaks its Content-Security-Policy.');
  if (foreignRequests.length > 0) throw new Error(`The viewer asks other machines: ${foreignRequests.join(', ')}`);
}

async function shown(page, name, what, timeout = 120_000) {
  await page
    .locator(`[data-cy=${name}]`)
    .first()
    .waitFor({ timeout })
    .catch(async fault => {
      await picture(page, 'missing');
      throw new Error(
        `The page does not show ${what}. ${String(fault).split('\n')[0]}\n${(await page.locator('body').innerText()).slice(0, 1500)}`,
      );
    });
}

async function picture(page, name) {
  if (values.shots === undefined) return;
  await mkdir(values.shots, { recursive: true });
  await page.screenshot({ path: path.join(values.shots, `${name}.png`) });
}

function report(line) {
  console.log(`  ${line}`);
}
