import { GraywiseError, type Volume } from '@graywise/physics';
import type { CycleRun } from './CycleRun.js';
import type { DisplayVolume } from './courseEngine.js';

type DosePicture = Extract<DisplayVolume, { kind: 'dose uncertainty' | 'compared dose' | 'dose difference' | 'gamma index' }>;

export function isOfDose(which: DisplayVolume): which is DosePicture {
  return ['dose uncertainty', 'compared dose', 'dose difference', 'gamma index'].includes(which.kind);
}

/** What a dose map shows besides itself. Throws GW_USAGE before the step or the comparison that makes it. */
export function doseVolume(run: CycleRun, which: DosePicture): Volume {
  const { dose } = run.results;
  if (!dose) throw new GraywiseError('GW_USAGE', { expected: 'the step dose for this picture', found: 'none' });
  if (which.kind === 'dose uncertainty') {
    if (!dose.doseStatistics)
      throw new GraywiseError('GW_USAGE', { expected: 'a Monte Carlo dose for this picture', found: dose.doseMethod.engine });
    return shareOf(dose.doseStatistics, dose.dose);
  }
  const second = run.secondDoseMade(which.engine);
  if (!second) throw new GraywiseError('GW_USAGE', { expected: `a dose by ${which.engine} for this picture`, found: 'none' });
  const { dose: other, gamma } = second;
  if (which.kind === 'compared dose') return other;
  if (which.kind === 'gamma index') return gamma;
  return { ...other, data: other.data.map((value, voxel) => value - (dose.dose.data[voxel] ?? 0)) };
}

function shareOf(uncertainty: Volume<'Gy'>, dose: Volume<'Gy'>): Volume {
  const data = uncertainty.data.map((value, voxel) => ((dose.data[voxel] ?? 0) === 0 ? 0 : value / (dose.data[voxel] ?? 0)));
  return { geometry: dose.geometry, unit: '1', data };
}
