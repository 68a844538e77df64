import { formatNumber, formatChance, formatPercent, SignatureForm, useCourse } from '@graywise/extension-core';
import { becquerel, type CyclePlan } from '@graywise/physics';
import { useState } from 'react';
import { alternativeAt } from './alternativeAt.js';
import { SUGGESTED_TITLE } from './alternativesOf.js';
import { riskTaken, type RiskTaken } from './riskTaken.js';

/** What the practitioner takes, why, and the signature. Anything but the suggestion needs a reason; a risk above the accepted one a name as well. */
export function ChoiceForm({ suggestion }: { readonly suggestion: CyclePlan }) {
  const { state, course } = useCourse();
  const { chosen, prediction } = state.planning;
  const [reason, setReason] = useState('');
  const [who, setWho] = useState('');
  if (chosen === null || !prediction) return null;
  const alternative = alternativeAt(suggestion, chosen);
  const title = alternative?.title ?? 'Own choice';
  const risk = riskTaken(suggestion.request, prediction);
  const wanting = whatIsMissing({ title, reason, risk, who });
  return (
    <section className="gw-stack" data-cy="gw-choice">
      <h3 className="gw-title">Your choice</h3>
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
      <p className="gw-quiet" data-cy="gw-chosen-title">
        {title}
        {title !== SUGGESTED_TITLE && `; suggested: ${formatNumber(suggestion.activity / 1e6, 0)} MBq`}
      </p>
      <label className="gw-field">
        {title === SUGGESTED_TITLE && !risk ? 'Remark (not required)' : 'Reason for this choice'}
        <textarea className="gw-input" rows={2} value={reason} data-cy="gw-plan-reason" onChange={event => setReason(event.target.value)} />
      </label>
      {risk && <OverrideFields risk={risk} accepted={suggestion.request.riskAccepted} who={who} onChange={setWho} />}
      {wanting !== null && <p className="gw-quiet">{wanting}</p>}
      <SignatureForm
        action="Sign plan"
        dataCy="gw-sign-plan"
        disabled={wanting !== null || state.running !== null || prediction.activity !== chosen}
        onSign={signature => {
          const choice = alternative ? { title: alternative.title } : { activity: chosen };
          void course.actions.storePlan({ choice, reason: reason.trim(), who: risk && who.trim() }, signature);
        }}
      />
    </section>
  );
}

interface Given {
  readonly title: string;
  readonly reason: string;
  readonly risk: RiskTaken | null;
  readonly who: string;
}

/** What must be said before the plan can be signed; null when nothing is missing. */
function whatIsMissing({ title, reason, risk, who }: Given): string | null {
  if (title !== SUGGESTED_TITLE && reason.trim() === '') return 'This is not the suggestion. Say why before you sign.';
  if (risk && (who.trim() === '' || reason.trim() === '')) return 'Say who takes this risk, and why, before you sign.';
  return null;
}

interface OverrideFieldsProps {
  readonly risk: RiskTaken;
  readonly accepted: number | null;
  readonly who: string;
  readonly onChange: (who: string) => void;
}

function OverrideFields({ risk, accepted, who, onChange }: OverrideFieldsProps) {
  return (
    <div className="gw-note gw-note-amber" data-cy="gw-override">
      <span aria-hidden="true" className="gw-sign">
        ⚠
      </span>
      <div className="gw-form">
        <p>
          The chance to pass {risk.limits.length === 1 ? 'the limit' : 'a limit'} ({risk.limits.join(', ')}) is {formatChance(risk.risk)}
          {accepted === null ? '; medians should keep it.' : `, more than the ${formatPercent(accepted)} accepted.`} It can be taken by a
          person with a name.
        </p>
        <label className="gw-field">
          Who takes this risk
          <input
            className="gw-input"
            value={who}
            autoComplete="name"
            data-cy="gw-override-who"
            onChange={event => onChange(event.target.value)}
          />
        </label>
      </div>
    </div>
  );
}
