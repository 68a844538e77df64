import { useCourse } from '@graywise/extension-core';
import type { PlanRequest } from '@graywise/physics';
import { useState } from 'react';
import { AddRegion } from './request/AddRegion.js';
import { AssumptionFields } from './request/AssumptionFields.js';
import { CapFields } from './request/CapFields.js';
import { LimitRows } from './request/LimitRows.js';
import { NumberInput } from './request/NumberInput.js';
import { ProtocolFields } from './request/ProtocolFields.js';
import { SourceMark } from './request/SourceMark.js';
import { TargetRows } from './request/TargetRows.js';

/** Limits, targets, cycles left, the risk accepted and what else bounds the activity. Nothing is computed before "Suggest". */
export function RequestForm({ request }: { readonly request: PlanRequest }) {
  const { state, course } = useCourse();
  const [draft, setDraft] = useState(request);
  const set = (change: Partial<PlanRequest>): void => setDraft({ ...draft, ...change });
  return (
    <form
      className="gw-form"
      data-cy="gw-request"
      onSubmit={event => {
        event.preventDefault();
        void course.actions.suggestPlan(askable(draft));
      }}
    >
      <ProtocolFields draft={draft} onChange={set} />
      <LimitRows limits={draft.limits} onChange={limits => set({ limits })} />
      <TargetRows targets={draft.targets} onChange={targets => set({ targets })} />
      <AddRegion draft={draft} onChange={set} />
      <div className="gw-pair">
        <NumberInput
          title="Cycles left, with this one"
          value={draft.cyclesLeft}
          step={1}
          dataCy="gw-cycles-left"
          onChange={value => set({ cyclesLeft: Math.max(1, Math.round(value)), cyclesSource: { source: 'entered', confirmed: true } })}
        />
        <NumberInput
          title="Risk accepted, % (0: medians)"
          value={(draft.riskAccepted ?? 0) * 100}
          step={1}
          dataCy="gw-risk"
          onChange={value => set({ riskAccepted: value > 0 ? value / 100 : null })}
        />
        {draft.cyclesSource?.confirmed === false && (
          <SourceMark stated={{ source: `cycles: ${draft.cyclesSource.source}`, confirmed: false }} />
        )}
      </div>
      <CapFields draft={draft} onChange={set} />
      <AssumptionFields draft={draft} onChange={set} />
      <button type="submit" className="gw-button" disabled={state.running !== null} data-cy="gw-suggest">
        Suggest
      </button>
    </form>
  );
}

/** Half of an activity per body mass is nothing to compare with, half of a radiobiology nothing to compute with. */
function askable(draft: PlanRequest): PlanRequest {
  const { bodyMassKg = 0, becquerelPerKilogram = 0 } = draft.perBodyMass ?? {};
  const whole = draft.radiobiology?.filter(({ alphaBetaGy, repairHalfTime }) => alphaBetaGy > 0 && repairHalfTime > 0);
  return {
    ...draft,
    ...(whole && { radiobiology: whole }),
    ...(!(bodyMassKg > 0 && becquerelPerKilogram > 0) && { perBodyMass: null }),
  };
}
