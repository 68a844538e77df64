import { AssumptionList, formatNumber, StatusLine, useCourse, WarningList } from '@graywise/extension-core';
import type { CyclePlan } from '@graywise/physics';
import { ChoiceForm } from './ChoiceForm.js';
import { LevelNote } from './LevelNote.js';
import { PlanBasis } from './PlanBasis.js';
import { ProtocolFindings } from './ProtocolFindings.js';
import { RequestForm } from './RequestForm.js';
import { StartForm } from './request/StartForm.js';
import { SignedPlan } from './SignedPlan.js';

/** The right panel of planning: the protocol, limits and targets, what is suggested, what is chosen and why, and the signature. */
export function PrescriptionPanel() {
  const { state } = useCourse();
  const { request, suggestion, signed } = state.planning;
  return (
    <div className="gw-panel" data-cy="gw-prescription">
      <h2 className="gw-title">Prescription{request ? ` of cycle ${String(request.cycle)}` : ''}</h2>
      {signed && <SignedPlan plan={signed} />}
      {request && <RequestForm key={JSON.stringify(request)} request={request} />}
      {state.phase === 'open' && !request && state.running === null && <StartForm />}
      <StatusLine />
      {suggestion && <Suggestion plan={suggestion} />}
    </div>
  );
}

function Suggestion({ plan }: { readonly plan: CyclePlan }) {
  const unrounded = plan.unrounded ? ` ${formatNumber(plan.unrounded.activity / 1e6, 0)} MBq before rounding.` : '';
  return (
    <>
      <section className="gw-stack" data-cy="gw-suggestion">
        <p>
          Suggested: <strong className="gw-number">{formatNumber(plan.activity / 1e6, 0)} MBq</strong>. {plan.reason}
          {unrounded}
        </p>
        <LevelNote plan={plan} />
        <ProtocolFindings plan={plan} />
      </section>
      <ChoiceForm suggestion={plan} />
      <AssumptionList assumptions={plan.assumptions} />
      <WarningList warnings={plan.warnings} />
      <PlanBasis plan={plan} />
    </>
  );
}
