import type { AlignPicture, CourseState, DosePicture } from '@graywise/extension-core';
import { knownVerification } from '@graywise/extension-core';

/** What lies on the reference CT, and which lines are drawn over it. Plain data, so that two scenes can be compared. */
export interface Scene {
  readonly layer: 'none' | AlignPicture | DosePicture;
  readonly timePoint: number;
  readonly lines: 'none' | 'regions' | 'isodoses';
  readonly region: string | null;
}

/** Pictures that are doses; on the others isodoses would be taken for lines of something else. */
const WITH_ISODOSES: readonly DosePicture[] = ['absorbed dose', 'compared dose'];

/** The picture that belongs to a state of the course. */
export function sceneOf(state: CourseState): Scene {
  const { timePoint, region, step } = state;
  const aligned = state.outcomes.align !== undefined && state.outcomes.align.status !== 'refused';
  const withRegions = state.outcomes.regions?.status === 'done';
  const withDose = state.outcomes.dose?.status === 'done';
  const reference = knownVerification(state).referenceTimePoint ?? 1;
  const scene = (layer: Scene['layer'], lines: Scene['lines'], shown = timePoint): Scene => ({ layer, lines, region, timePoint: shown });
  if (step === 'calibrate' || !aligned) return scene('none', 'none');
  if (step === 'align') return scene(state.alignPicture === 'reference CT' ? 'none' : state.alignPicture, 'none');
  if (step === 'regions') return scene('activity', withRegions ? 'regions' : 'none', reference);
  if (step === 'time-activity') return scene('activity', withRegions ? 'regions' : 'none');
  if (!withDose) return scene('activity', withRegions ? 'regions' : 'none');
  const picture = step === 'dose' ? state.doseReview.picture : 'absorbed dose';
  return scene(picture, WITH_ISODOSES.includes(picture) ? 'isodoses' : 'regions');
}
