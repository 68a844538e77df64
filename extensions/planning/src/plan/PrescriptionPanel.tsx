import { AssumptionList, SignatureForm, useCourse, WarningList, formatNumber } from '@graywise/extension-core';
import { becquerel } from '@graywise/physics';
import { useState } from 'react';
import { AlternativesTable } from './AlternativesTable.js';
import { RequestForm } from './RequestForm.js';
import { SignedPlan } from './SignedPlan.js';

/** The right panel of planning: limits, targets, the activity with its reason, and the signature. */
export function PrescriptionPanel() {
  const { state } = useCourse();
  const { request, suggestion, signed } = state.planning;
  return (
    <div className="gw-panel" data-cy="gw-prescription">
      <h2 className="gw-title">Prescription{request ? ` of cycle ${String(request.cycle)}` : ''}</h2>
      {signed && <SignedPlan plan={signed} />}
      {request && <RequestForm key={JSON.stringify(request)} request={request} />}
      {suggestion && (
        <>
          <p>
            Suggested: <strong className="gw-number">{formatNumber(suggestion.activity / 1e6, 0)} MBq</strong>. {suggestion.reason}
          </p>
          <AlternativesTable plan={suggestion} />
          <AssumptionList assumptions={suggestion.assumptions} />
          <WarningList warnings={suggestion.warnings} />
          <SignPlan />
        </>
      )}
    </div>
  );
}

function SignPlan() {
  const { state, course } = useCourse();
  const { suggestion, chosen, predictions } = state.planning;
  const [reason, setReason] = useState('');
  if (!suggestion || chosen === null) return null;
  return (
    <section className="gw-stack">
      <label className="gw-field">
        Activity, MBq
        <input
          className="gw-input"
          type="number"
          min={0}
          step={1}
          value={Math.round(chosen / 1e6)}
          data-cy="gw-activity"
          onChange={event => course.actions.chooseActivity(becquerel(Math.max(0, Number(event.target.value)) * 1e6))}
        />
      </label>
      <label className="gw-field">
        Reason for the choice
        <textarea className="gw-input" rows={2} value={reason} data-cy="gw-plan-reason" onChange={event => setReason(event.target.value)} />
      </label>
      <SignatureForm
        action="Sign plan"
        dataCy="gw-sign-plan"
        disabled={reason.trim() === '' || state.running !== null}
        onSign={signature =>
          void course.actions.storePlan({ ...suggestion, predictions, chosenActivity: chosen, reason: reason.trim() }, signature)
        }
      />
    </section>
  );
}
