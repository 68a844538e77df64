import { formatNumber, SignedBy } from '@graywise/extension-core';
import type { CyclePlan } from '@graywise/physics';

/** The plan as it stands in the archive. */
export function SignedPlan({ plan }: { readonly plan: CyclePlan }) {
  return (
    <section className="gw-note" data-cy="gw-signed-plan">
      <span aria-hidden="true">✓</span>
      <span>
        <strong>
          Plan of cycle {plan.request.cycle} in the archive: {formatNumber((plan.chosenActivity ?? plan.activity) / 1e6, 0)} MBq
        </strong>
        <br />
        {plan.reason} <SignedBy signOff={plan.signOff} />
      </span>
    </section>
  );
}
