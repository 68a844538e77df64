import { readCtVolume } from '@graywise/dicom';
import {
  GraywiseError,
  identityTransform,
  warning,
  type RegistrationResult,
  type RigidTransform,
  type StepWarning,
  type Volume,
} from '@graywise/physics';
import type { AlignedCycle, CalibratedCycle, SourceScan } from '../model/cycle.js';
import type { RegistrationRequest } from '../tasks/taskTable.js';
import { doseGridOf } from './doseGridOf.js';
import { referenceScan } from './referenceScan.js';
import { report, type StageTools } from './stageTools.js';

interface Aligned {
  readonly transform: RigidTransform;
  readonly result: RegistrationResult;
}

/**
 * Bq/mL -> aligned. Every scan is brought to the reference scan, CT by CT (SPECT by SPECT where a CT is missing), and its activity concentration
 * is carried to the dose grid in one interpolation.
 *
 * A registration below its gate is not refused here: a person must be able to look at it. The next stage asks for the acceptance.
 */
export async function align(calibrated: CalibratedCycle, tools: StageTools): Promise<AlignedCycle> {
  const referenceIndex = referenceScan(calibrated);
  const reference = scanAt(calibrated, referenceIndex);
  const warnings: StepWarning[] = [];
  const referenceCt = reference.ct ? await readCtVolume(reference.ct) : null;
  const referenceActivity = concentrationAt(calibrated, referenceIndex);
  const doseGrid = doseGridOf(referenceActivity.geometry, referenceCt);
  const progress = calibrated.scans.map(() => 0);
  const advance = (index: number, fraction: number, label: string): void => {
    progress[index] = fraction;
    const others = calibrated.scans.length;
    report(tools, 'align', progress.reduce((sum, part) => sum + part, 0) / others, label);
  };
  const aligned = await Promise.all(
    calibrated.scans.map(async (scan, index) => {
      const found = await registerScan(scan, index, { calibrated, referenceIndex, referenceCt, tools, advance, warnings });
      const moving = concentrationAt(calibrated, index);
      const carried = await tools.pool.run('resample', { moving, transform: found.transform, grid: doseGrid }, { signal: tools.signal });
      advance(index, 1, `Scan ${String(scan.timePoint)} carried to the reference`);
      return { ...found, carried: carried as Volume<'Bq/mL'> };
    }),
  );
  return {
    ...calibrated,
    warnings: [...calibrated.warnings, ...warnings],
    assumptions: [
      ...calibrated.assumptions,
      {
        step: 'align',
        text: `The patient is taken as rigid between scans; scan ${String(reference.timePoint)}, on which the regions are drawn, is the reference.`,
      },
    ],
    referenceIndex,
    referenceCt,
    doseGrid,
    transforms: aligned.map(({ transform }) => transform),
    registrations: aligned.map(({ result }) => result),
    carried: aligned.map(({ carried }) => carried),
  };
}

interface RegisterContext {
  readonly calibrated: CalibratedCycle;
  readonly referenceIndex: number;
  readonly referenceCt: Volume<'HU'> | null;
  readonly tools: StageTools;
  readonly advance: (index: number, fraction: number, label: string) => void;
  readonly warnings: StepWarning[];
}

async function registerScan(scan: SourceScan, index: number, context: RegisterContext): Promise<Aligned> {
  const { calibrated, referenceIndex, referenceCt, tools } = context;
  const reference = scanAt(calibrated, referenceIndex);
  const from = reference.emission.frameOfReferenceUid;
  const to = scan.emission.frameOfReferenceUid;
  const sameSession =
    index === referenceIndex || (scan.ct !== null && scan.ct.reference.seriesInstanceUid === reference.ct?.reference.seriesInstanceUid);
  if (sameSession) {
    const transform = { ...identityTransform(from), toFrameOfReferenceUid: to };
    return { transform, result: { ...summary(scan, transform), method: 'identity', quality: null } };
  }
  const pair = scan.ct && referenceCt ? { fixed: referenceCt, moving: await readCtVolume(scan.ct) } : null;
  if (!pair) context.warnings.push({ step: 'align', ...warning('GW_NO_CT', { timePoint: (scan.ct ? reference : scan).timePoint }) });
  const request: RegistrationRequest = pair
    ? { ...pair, content: 'CT' }
    : { fixed: concentrationAt(calibrated, referenceIndex), moving: concentrationAt(calibrated, index), content: 'SPECT' };
  const onProgress = (fraction: number, label: string): void =>
    context.advance(index, 0.9 * fraction, `Scan ${String(scan.timePoint)}: ${label}`);
  const { transform, quality } = await tools.pool.run('register', request, { signal: tools.signal, onProgress });
  const framed = { ...transform, fromFrameOfReferenceUid: from, toFrameOfReferenceUid: to };
  return { transform: framed, result: { ...summary(scan, framed), method: pair ? 'rigid CT to CT' : 'rigid SPECT to SPECT', quality } };
}

function summary(
  scan: SourceScan,
  transform: RigidTransform,
): Pick<RegistrationResult, 'timePoint' | 'matrixLps' | 'fromFrameOfReferenceUid' | 'toFrameOfReferenceUid'> {
  return { timePoint: scan.timePoint, ...transform };
}

function scanAt(cycle: CalibratedCycle, index: number): SourceScan {
  const scan = cycle.scans[index];
  if (!scan) throw new GraywiseError('GW_NO_IMAGES', { where: `cycle ${String(cycle.cycle)}` });
  return scan;
}

function concentrationAt(cycle: CalibratedCycle, index: number): Volume<'Bq/mL'> {
  const volume = cycle.concentrations[index];
  if (!volume) throw new GraywiseError('GW_NO_IMAGES', { where: `cycle ${String(cycle.cycle)}` });
  return volume;
}
