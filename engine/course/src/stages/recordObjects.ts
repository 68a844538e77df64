import { writeVerification, type Part10 } from '@graywise/dicom';
import { GraywiseError, type Instant } from '@graywise/physics';
import type { Signature } from '../engine/courseEngine.js';
import type { CycleResults } from '../engine/CycleRun.js';
import { dosesOutside } from './dosesOutside.js';

/**
 * record -> DICOM. The absorbed dose, the regions, the registrations and the report that names them all, written at `at` and signed by a person, or by nobody.
 *
 * A person does not sign over a dose outside of what was expected without a comment on it: GW_COMMENT_MISSING.
 */
export function recordObjects(results: CycleResults, at: Instant, signature: Signature | null): Part10[] {
  const verified = results.record;
  if (!verified) throw new GraywiseError('GW_USAGE', { expected: 'a verified cycle', found: 'one that is not finished' });
  const open = signature ? dosesOutside(verified.verification) : [];
  if (open.length > 0) throw new GraywiseError('GW_COMMENT_MISSING', { where: open.join(', ') });
  return writeVerification({
    verification: { ...verified.verification, signOff: signature && { ...signature, at } },
    dose: verified.dose,
    regions: verified.doses.filter(({ parts }) => parts.length === 0).map(({ mask }) => mask),
    study: verified.study,
    at,
  });
}
