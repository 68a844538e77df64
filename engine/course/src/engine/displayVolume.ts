import { readCtVolume } from '@graywise/dicom';
import { GraywiseError, volumeOnGrid, type Volume } from '@graywise/physics';
import type { DisplayVolume } from './courseEngine.js';
import type { CycleRun } from './CycleRun.js';

const AIR_HOUNSFIELD = -1000;

/** A volume of the cycle for display. Carried CTs lie on the grid of the reference CT, carried activities on the dose grid. Throws GW_USAGE before the step that makes it. */
export async function displayVolume(run: CycleRun, which: DisplayVolume): Promise<Volume> {
  const aligned = needed(run.results.align, 'align');
  if (which.kind === 'reference CT') return needed(aligned.referenceCt, 'a CT');
  if (which.kind === 'reference activity') return needed(aligned.carried[aligned.referenceIndex], 'align');
  if (which.kind === 'absorbed dose') return needed(run.results.dose, 'dose').dose;
  const index = aligned.scans.findIndex(({ timePoint }) => timePoint === which.timePoint);
  if (which.kind === 'carried activity') return needed(aligned.carried[index], 'align');
  const ct = needed(aligned.scans[index]?.ct, 'a CT');
  const reference = needed(aligned.referenceCt, 'a CT');
  return volumeOnGrid(await readCtVolume(ct), reference.geometry, AIR_HOUNSFIELD, needed(aligned.transforms[index], 'align'));
}

function needed<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new GraywiseError('GW_USAGE', { expected: `${what} for this picture`, found: 'none' });
  return value;
}
