import { GraywiseError } from '@graywise/physics';
import type { ParsedObject } from '../../part10/parsePart10.js';

/** A total acquisition of a body part is never shorter, the time of one view never longer: tells a total from a time per view. */
const SHORTEST_ACQUISITION_SECONDS = 120;

/** Counting time of a reconstructed NM object, s, and the sentence for what had to be taken for granted (null: nothing). */
export interface NmTiming {
  readonly countingSeconds: number;
  /** Length on the clock: nothing of an NM object tells the time between views, so it is the counting time. */
  readonly durationSeconds: number;
  readonly note: string | null;
}

/**
 * The time for which one detector looked: views times time per view, summed over rotations. NumberOfFramesInRotation counts angular views, each
 * seen by every detector (PS3.3 C.8.4.8.1.9), so the number of detectors does not divide it; per-view time is nominal, in ms (C.8.4.12).
 *
 * Views that are not stated follow from ScanArc / AngularStep. Without rotations a top-level ActualFrameDuration is the elapsed time of the
 * acquisition (C.7.6.1), unless too short for that. Throws GW_MISSING_TAG when the time cannot be known.
 */
export function nmTiming(object: ParsedObject): NmTiming {
  const { dataset, file } = object;
  const rotations = dataset.items('RotationInformationSequence');
  const topLevel = dataset.number('ActualFrameDuration') ?? 0;
  const topLevelPerView = topLevel < SHORTEST_ACQUISITION_SECONDS * 1000 ? topLevel : 0;
  const seconds = rotations.map(rotation => {
    const perView = rotation.number('ActualFrameDuration') ?? topLevelPerView;
    const arc = Math.abs(rotation.number('ScanArc') ?? 0);
    const step = Math.abs(rotation.number('AngularStep') ?? 0);
    const views = rotation.number('NumberOfFramesInRotation') ?? (step > 0 ? Math.round(arc / step) : 0);
    return (views * perView) / 1000;
  });
  const perRotation = seconds.every(value => value > 0);
  if (seconds.length > 0 && perRotation) {
    const counted = seconds.reduce((sum, value) => sum + value, 0);
    return { countingSeconds: counted, durationSeconds: Math.max(counted, dataset.number('AcquisitionDuration') ?? 0), note: null };
  }
  const elapsed = dataset.number('AcquisitionDuration') ?? topLevel / 1000;
  if (elapsed >= SHORTEST_ACQUISITION_SECONDS) {
    return {
      countingSeconds: elapsed,
      durationSeconds: elapsed,
      note: `No views are stated; the elapsed time of ${elapsed.toString()} s was taken as the counting time.`,
    };
  }
  throw new GraywiseError('GW_MISSING_TAG', {
    tag: 'RotationInformationSequence with NumberOfFramesInRotation and ActualFrameDuration',
    where: file.name,
  });
}
