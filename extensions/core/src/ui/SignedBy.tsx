import type { SignOff } from '@graywise/physics';
import { Moment } from './Moment.js';

/** Who signed, in which role, and when. */
export function SignedBy({ signOff }: { readonly signOff: SignOff | null }) {
  if (!signOff) return <span data-cy="gw-signed-by">Signed by nobody.</span>;
  return (
    <span data-cy="gw-signed-by">
      Signed by {signOff.name}, {signOff.role}, <Moment at={signOff.at} />.
    </span>
  );
}
