import { deterministicUid } from '@graywise/dicom';
import { composeTransforms, instantAfter, rigidTransform, type Instant, type RigidTransform } from '@graywise/physics';
import { randomSource } from '../random/randomSource.js';

/** One SPECT/CT session. */
export interface Visit {
  readonly timePoint: number;
  readonly start: Instant;
  readonly frameOfReferenceUid: string;
  /** From the patient's own frame to the scanner at this visit. */
  readonly placement: RigidTransform;
  /** From the scanner at the first visit of the cycle to the scanner at this visit: the truth of the registration. */
  readonly fromFirst: RigidTransform;
  /** Height of the middle of the CT above the middle of the SPECT, mm. */
  readonly ctOffsetMm: number;
}

/** Nominal hours after the administration, and how far a visit may be from them. */
const TIMES = {
  1: { hours: 4, spread: 0.5 },
  2: { hours: 24, spread: 1.5 },
  3: { hours: 96, spread: 3 },
  4: { hours: 168, spread: 3 },
} as const;
const ROTATION_DEGREES = 2.3;
const TRANSLATION_MM = 8.5;
const FIRST_ROTATION_DEGREES = 1;
const FIRST_TRANSLATION_MM = 3;
const CT_OFFSET_MM = 9;

/**
 * The visits of a cycle. Relative to the first, a patient lies turned by up to 4 degrees and shifted by up to 15 mm (each angle within 2.3 degrees, each shift
 * within 8.5 mm); the first is itself a little off the axis of the scanner.
 */
export function visits(seed: number, cycle: number, administrationStart: Instant): readonly [Visit, ...Visit[]] {
  const bodyFrame = deterministicUid('graywise phantom', 'body', String(seed));
  const frame = (timePoint: number): string =>
    deterministicUid('graywise phantom', 'frame', String(seed), `cycle ${cycle}`, `visit ${timePoint}`);
  const motion = (name: string, degrees: number, millimetres: number, from: string, to: string): RigidTransform => {
    const random = randomSource(seed, 'position', `cycle ${cycle}`, name);
    const three = (size: number): [number, number, number] => [
      random.between(-size, size),
      random.between(-size, size),
      random.between(-size, size),
    ];
    return rigidTransform({ rotationDegrees: three(degrees), translationMm: three(millimetres), centreLps: [0, 0, 0], from, to });
  };
  const first = motion('first', FIRST_ROTATION_DEGREES, FIRST_TRANSLATION_MM, bodyFrame, frame(1));
  const visit = (timePoint: 1 | 2 | 3 | 4): Visit => {
    const { hours, spread } = TIMES[timePoint];
    const random = randomSource(seed, 'visit', `cycle ${cycle}`, String(timePoint));
    const [degrees, millimetres] = timePoint === 1 ? [0, 0] : [ROTATION_DEGREES, TRANSLATION_MM];
    const fromFirst = motion(`visit ${timePoint}`, degrees, millimetres, frame(1), frame(timePoint));
    return {
      timePoint,
      start: instantAfter(administrationStart, Math.round(3600 * random.between(hours - spread, hours + spread))),
      frameOfReferenceUid: frame(timePoint),
      placement: composeTransforms(first, fromFirst),
      fromFirst,
      ctOffsetMm: Math.round(random.between(-CT_OFFSET_MM, CT_OFFSET_MM) * 10) / 10,
    };
  };
  return [visit(1), visit(2), visit(3), visit(4)];
}
