import { formatNumber, formatChance, SignedBy } from '@graywise/extension-core';
import type { CyclePlan, PlanChoice } from '@graywise/physics';

/** The plan as it stands in the archive: what was chosen, why, at which risk, and who signed. */
export function SignedPlan({ plan }: { readonly plan: CyclePlan }) {
  const { chosen } = plan;
  return (
    <section className="gw-note" data-cy="gw-signed-plan">
      <span aria-hidden="true">✓</span>
      <span className="gw-stack">
        <strong>
          Plan of cycle {plan.request.cycle} in the archive: {formatNumber((plan.chosenActivity ?? plan.activity) / 1e6, 0)} MBq
        </strong>
        {chosen ? <SignedChoice plan={plan} chosen={chosen} /> : <span data-cy="gw-signed-reason">{plan.reason}</span>}
        <SignedBy signOff={plan.signOff} />
      </span>
    </section>
  );
}

function SignedChoice({ plan, chosen }: { readonly plan: CyclePlan; readonly chosen: PlanChoice }) {
  const { override } = chosen;
  return (
    <>
      <span>
        Chosen: {chosen.title}. Suggested: {formatNumber(plan.activity / 1e6, 0)} MBq.
        {chosen.jointRisk !== null && ` Chance to pass any limit: ${formatChance(chosen.jointRisk)}.`}
      </span>
      {chosen.reason !== '' && <span data-cy="gw-signed-reason">Reason: {chosen.reason}</span>}
      {override && (
        <span data-cy="gw-signed-override">
          ⚠ Risk of {formatChance(override.risk)} ({override.limits.join(', ')}) taken by {override.who}: {override.why}
        </span>
      )}
    </>
  );
}
