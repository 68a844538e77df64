import { useCourse } from '@graywise/extension-core';
import { becquerel, gray, type DoseLimit, type PlanRequest } from '@graywise/physics';
import { useState } from 'react';
import { labelOf } from './labelOf.js';
import { verifiedCycles } from './verifiedCycles.js';

/** Limits, targets, cycles left and the risk accepted. Nothing is computed before "Suggest". */
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
        void course.actions.suggestPlan(draft);
      }}
    >
      <LimitRows draft={draft} onChange={limits => set({ limits })} />
      <TargetRows draft={draft} onChange={targets => set({ targets })} />
      <AddRegion draft={draft} onChange={set} />
      <div className="gw-pair">
        <NumberInput
          title="Cycles left"
          value={draft.cyclesLeft}
          step={1}
          dataCy="gw-cycles-left"
          onChange={value => set({ cyclesLeft: Math.max(1, Math.round(value)) })}
        />
        <NumberInput
          title="Risk accepted, %"
          value={(draft.riskAccepted ?? 0) * 100}
          step={1}
          dataCy="gw-risk"
          onChange={value => set({ riskAccepted: value > 0 ? value / 100 : null })}
        />
        <NumberInput
          title="Largest activity, MBq (0: none)"
          value={(draft.activityCap ?? 0) / 1e6}
          step={50}
          dataCy="gw-cap"
          onChange={value => set({ activityCap: value > 0 ? becquerel(value * 1e6) : null })}
        />
      </div>
      <button type="submit" className="gw-button" disabled={state.running !== null} data-cy="gw-suggest">
        Suggest
      </button>
    </form>
  );
}

interface NumberInputProps {
  readonly title: string;
  readonly value: number;
  readonly step: number;
  readonly dataCy: string;
  readonly onChange: (value: number) => void;
}

function NumberInput({ title, value, step, dataCy, onChange }: NumberInputProps) {
  return (
    <label className="gw-field">
      {title}
      <input
        className="gw-input"
        type="number"
        min={0}
        step={step}
        value={Number(value.toPrecision(6))}
        data-cy={dataCy}
        onChange={event => onChange(Math.max(0, Number(event.target.value)))}
      />
    </label>
  );
}

function LimitRows({ draft, onChange }: { readonly draft: PlanRequest; readonly onChange: (limits: readonly DoseLimit[]) => void }) {
  const label = useLabels();
  const change = (index: number, part: Partial<DoseLimit>): void =>
    onChange(draft.limits.map((limit, at) => (at === index ? { ...limit, ...part, source: 'entered' } : limit)));
  return draft.limits.map((limit, index) => (
    <div key={limit.region} className="gw-pair">
      <NumberInput
        title={`Limit of ${label(limit.region)}, Gy`}
        value={limit.value}
        step={0.5}
        dataCy={`gw-limit-${limit.region}`}
        onChange={value => change(index, { value: gray(value) })}
      />
      <label className="gw-field">
        as
        <select
          className="gw-input"
          value={limit.quantity}
          title={limit.source}
          onChange={event => change(index, { quantity: event.target.value as DoseLimit['quantity'] })}
        >
          <option>absorbed dose</option>
          <option>BED</option>
        </select>
      </label>
    </div>
  ));
}

function TargetRows({ draft, onChange }: { readonly draft: PlanRequest; readonly onChange: (targets: PlanRequest['targets']) => void }) {
  const label = useLabels();
  return draft.targets.map((target, index) => (
    <NumberInput
      key={target.region}
      title={`Target of ${label(target.region)}, Gy (0: none)`}
      value={target.value}
      step={5}
      dataCy={`gw-target-${target.region}`}
      onChange={value =>
        onChange(
          draft.targets.flatMap((one, at) => (at !== index ? [one] : value > 0 ? [{ ...one, value: gray(value), source: 'entered' }] : [])),
        )
      }
    />
  ));
}

/** What people call the regions of the course. */
function useLabels(): (name: string) => string {
  const { state } = useCourse();
  const regions = verifiedCycles(state.overview).at(-1)?.regions ?? [];
  return name => labelOf(name, regions);
}

function AddRegion({ draft, onChange }: { readonly draft: PlanRequest; readonly onChange: (change: Partial<PlanRequest>) => void }) {
  const { state } = useCourse();
  const used = [...draft.limits, ...draft.targets].map(one => one.region);
  const free = (verifiedCycles(state.overview).at(-1)?.regions ?? []).filter(region => !used.includes(region.name));
  if (free.length === 0) return null;
  const add = (name: string): void => {
    if (name.startsWith('lesion')) onChange({ targets: [...draft.targets, { region: name, value: gray(70), source: 'entered' }] });
    else onChange({ limits: [...draft.limits, { region: name, value: gray(20), quantity: 'absorbed dose', source: 'entered' }] });
  };
  return (
    <label className="gw-field">
      Add a limit or target
      <select className="gw-input" value="" data-cy="gw-add-limit" onChange={event => add(event.target.value)}>
        <option value="">Choose a region…</option>
        {free.map(region => (
          <option key={region.name} value={region.name}>
            {region.label}
          </option>
        ))}
      </select>
    </label>
  );
}
