import { readCtVolume } from '@graywise/dicom';
import { GraywiseError, volumeOnGrid, type Volume } from '@graywise/physics';
import type { DisplayVolume } from './courseEngine.js';
import { doseVolume, isOfDose } from './doseVolume.js';
import type { CycleRun } from './CycleRun.js';

const AIR_HOUNSFIELD = -1000;

/**
 * A volume of the cycle for display. Carried CTs lie on the grid of the reference CT, carried activities on the dose grid.
 *
 * The reference CT and the absorbed dose of a stored verification are read from the archive's objects; the rest throws GW_USAGE before the step that
 * makes it.
 */
export async function displayVolume(run: CycleRun, which: DisplayVolume): Promise<Volume> {
  const { align: aligned, dose } = run.results;
  if (which.kind === 'absorbed dose') return dose?.dose ?? needed((await run.stored())?.dose, 'a verified dose');
  if (which.kind === 'reference CT') return needed(aligned?.referenceCt ?? (await storedReferenceCt(run)), 'a CT');
  if (isOfDose(which)) return doseVolume(run, which);
  const cycle = needed(aligned, 'the step align');
  if (which.kind === 'reference activity') return needed(cycle.carried[cycle.referenceIndex], 'the step align');
  const index = cycle.scans.findIndex(({ timePoint }) => timePoint === which.timePoint);
  if (which.kind === 'carried activity') return needed(cycle.carried[index], 'the step align');
  const ct = needed(cycle.scans[index]?.ct, 'a CT');
  const reference = needed(cycle.referenceCt, 'a CT');
  return volumeOnGrid(await readCtVolume(ct), reference.geometry, AIR_HOUNSFIELD, needed(cycle.transforms[index], 'the step align'));
}

async function storedReferenceCt(run: CycleRun): Promise<Volume | null> {
  const timePoint = run.storedVerification?.verification.referenceTimePoint;
  const ct = run.sources.scans.find(scan => scan.timePoint === timePoint)?.ct;
  return ct ? readCtVolume(ct) : null;
}

function needed<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new GraywiseError('GW_USAGE', { expected: `${what} for this picture`, found: 'none' });
  return value;
}
