import type { CycleVerification, ProtocolFinding } from '@graywise/physics';
import { sopClassOf } from '@graywise/dicom';
import { GraywiseError, SUGGESTED_GAMMA_CRITERIA, verificationFindings } from '@graywise/physics';
import type { CourseEngine, DecisionAnswer } from '../engine/courseEngine.js';
import { LEAST_SAMPLES } from '../uncertainty/checkUncertainty.js';
import { budgetCheckJson } from './budgetCheckJson.js';
import { budgetCheckTable } from './budgetCheckTable.js';
import { choiceOf } from './choiceOf.js';
import { doseEngineNamed } from '../dose/chooseDoseEngine.js';
import { engineComparisonJson } from './engineComparisonJson.js';
import { engineComparisonTable } from './engineComparisonTable.js';
import { loadCourse } from './loadCourse.js';
import { now } from './now.js';
import { progressBar } from './progressBar.js';
import type { Arguments } from './readArguments.js';
import { readProtocol } from './readProtocol.js';
import { Refused } from './Refused.js';
import { scanAnswers } from './scanAnswers.js';
import { scanTimesJson } from './scanTimesJson.js';
import { scanTimesTable } from './scanTimesTable.js';
import { verificationJson } from './verificationJson.js';
import { verificationTable } from './verificationTable.js';
import { withEngine } from './withEngine.js';
import { writeRecord } from './writeRecord.js';

/** `graywise verify`: the verify line on a folder or a study of an archive. */
export async function verifyCommand(given: Arguments): Promise<void> {
  const cycle = given.whole('cycle', 1) ?? 1;
  const out = given.text('out');
  await withEngine(given.whole('workers', 1), async engine => {
    await loadCourse(engine, given);
    const verification = await verifyOne(engine, cycle, answersOf(given));
    const findings = await protocolFindings(given, verification);
    const other = given.text('compare-engine');
    const comparison =
      other === null
        ? null
        : await engine.compareDose(cycle, doseEngineNamed(other), SUGGESTED_GAMMA_CRITERIA, { onProgress: progressBar() });
    const samples = given.whole('check-uncertainty', LEAST_SAMPLES);
    const checks = samples === null ? null : await engine.checkUncertainty(cycle, samples, { onProgress: progressBar() });
    const scanTimes = await engine.scanTimeAdvice(cycle);
    const objects = out === null ? [] : await engine.recordObjects(cycle, now(), null);
    if (out !== null) await writeRecord(objects, out);
    const record = objects.map(object => ({ sopClassUid: sopClassOf(object), file: object.name }));
    process.stdout.write(
      given.flag('json')
        ? `${JSON.stringify({ ...verificationJson(verification, record), level: verification.level?.level, levelReason: verification.level?.reason, scanTimes: scanTimesJson(scanTimes), ...(findings && { protocolFindings: findings }), ...(checks && { uncertaintyCheck: checks.map(budgetCheckJson), uncertaintyAdvice: await adviceJson(engine, cycle, verification) }), ...(comparison && { comparedEngine: engineComparisonJson(comparison) }) }, null, 2)}\n`
        : `${verificationTable(verification)}${scanTimesTable(scanTimes)}${verification.level?.reason ?? ''}\n${(findings ?? []).map(({ text }) => `? ${text}\n`).join('')}${comparison ? engineComparisonTable(comparison) : ''}${checks ? budgetCheckTable(checks) : ''}`,
    );
  });
}

/** What the cycle lacks of the protocol of `--protocol`; null without. */
async function protocolFindings(given: Arguments, verification: CycleVerification): Promise<ProtocolFinding[] | null> {
  const name = given.text('protocol');
  return name === null ? null : verificationFindings(await readProtocol(name), verification);
}

/** Runs all steps of a cycle; a refusal is thrown as it is. */
export async function verifyOne(engine: CourseEngine, cycle: number, answers: readonly DecisionAnswer[]): Promise<CycleVerification> {
  const outcome = await engine.runStep(cycle, 'record', answers, { onProgress: progressBar() });
  if (outcome.refusal) throw new Refused(outcome.refusal);
  return outcome.known as CycleVerification;
}

/**
 * `--accept-registration 3:reason` accepts the registration of scan 3, `--comment kidneys:text` comments on a dose, `--dose-engine NAME` chooses the dose
 * engine, `--map` what the dose map follows, `--scans` and `--single-scan` which scans make the curves and how one of them does.
 */
function answersOf(given: Arguments): DecisionAnswer[] {
  const engine = given.text('dose-engine');
  return [
    ...given.list('accept-registration').map(acceptance),
    ...given.list('comment').map(comment),
    ...(engine === null ? [] : [engineChoice(engine)]),
    ...(choiceOf(given, 'map', ['scans', 'voxel-fits']) === 'scans' ? [] : [VOXEL_FITS]),
    ...scanAnswers(given),
  ];
}

function comment(text: string): DecisionAnswer {
  const [subject = '', ...words] = text.split(':');
  const reason = words.join(':').trim();
  if (subject.trim() === '' || reason === '') throw new GraywiseError('GW_USAGE', { expected: '--comment REGION:text', found: text });
  return { kind: 'comment on dose', subject: subject.trim(), reason, halfLifeHours: null };
}

const VOXEL_FITS: DecisionAnswer = {
  kind: 'choose map pattern',
  subject: 'voxel fits',
  reason: 'chosen on the command line',
  halfLifeHours: null,
};

function engineChoice(name: string): DecisionAnswer {
  return { kind: 'choose dose engine', subject: doseEngineNamed(name), reason: 'chosen on the command line', halfLifeHours: null };
}

function acceptance(text: string): DecisionAnswer {
  const [subject = '', ...reason] = text.split(':');
  if (!/^\d+$/.test(subject) || reason.join(':').trim() === '') {
    throw new GraywiseError('GW_USAGE', { expected: '--accept-registration SCAN:reason', found: text });
  }
  return { kind: 'accept registration', subject, reason: reason.join(':').trim(), halfLifeHours: null };
}

/** What would make each dose less uncertain; relative uncertainties now and then. */
async function adviceJson(engine: CourseEngine, cycle: number, { regions }: CycleVerification): Promise<object> {
  const entries = await Promise.all(
    regions.map(
      async ({ name }) =>
        [name, (await engine.uncertaintyAdvice(cycle, name)).map(({ kind, text, from, to }) => ({ kind, text, from, to }))] as const,
    ),
  );
  return Object.fromEntries(entries);
}
