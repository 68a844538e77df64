import type { RegistrationQuality, RigidTransform } from '@graywise/physics';
import { bodyBox } from '../prepare/bodyBox.js';
import type { PreparedImage } from '../prepare/preparedImage.js';
import { bodyAgreement } from './bodyAgreement.js';
import { inverseConsistency } from './inverseConsistency.js';
import { judgeRegistration } from './judgeRegistration.js';
import { motionOf } from './motionOf.js';

/** What a registration found, there and back, and what it was found on. */
export interface FoundRegistration {
  readonly content: 'CT' | 'SPECT';
  readonly fixed: PreparedImage;
  readonly moving: PreparedImage;
  readonly forward: RigidTransform;
  readonly backward: RigidTransform;
  /** Counts of the poorer scan; null for CT and for scans that are not in counts. */
  readonly counts: number | null;
}

/** Measures a registration and judges it: similarity in the body without and with it, inverse consistency and motion of the body's box. */
export function registrationQuality({ content, fixed, moving, forward, backward, counts }: FoundRegistration): RegistrationQuality {
  const unmoved: RigidTransform = { ...forward, matrixLps: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1] };
  const box = bodyBox(fixed);
  const { similarity, overlap, overlapMm } = bodyAgreement(fixed, moving, forward);
  const measured = {
    similarityBefore: bodyAgreement(fixed, moving, unmoved).similarity,
    similarityAfter: similarity,
    inverseConsistencyMm: inverseConsistency(forward, backward, box.corners),
    ...motionOf(forward, box.middle),
  };
  const reasons = judgeRegistration(content, { ...measured, overlap, overlapMm, counts });
  return { ...measured, accepted: reasons.length === 0, reasons };
}
