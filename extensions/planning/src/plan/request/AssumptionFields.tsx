import type { PlanRequest } from '@graywise/physics';
import { NumberInput } from './NumberInput.js';
import { RadiobiologyRows } from './RadiobiologyRows.js';

interface AssumptionFieldsProps {
  readonly draft: PlanRequest;
  readonly onChange: (change: Partial<PlanRequest>) => void;
}

/** Nothing is lost altogether from one cycle to the next. */
const LEAST_CHANGE_PERCENT = -99;
const SUGGESTED = { organs: 0, lesions: 0, source: 'entered', confirmed: true } as const;

/** What a plan takes for true of patient and cycles: whose dose per activity, how it changes from cycle to cycle, and the radiobiology of BED and EQD2. */
export function AssumptionFields({ draft, onChange }: AssumptionFieldsProps) {
  const trend = draft.trend ?? null;
  const change = (part: { readonly organs?: number; readonly lesions?: number }): void =>
    onChange({ trend: { ...SUGGESTED, ...trend, ...part, source: 'entered', confirmed: true } });
  return (
    <details className="gw-details" data-cy="gw-assumed">
      <summary>Assumed of patient and cycles</summary>
      <div className="gw-pair">
        <label className="gw-field">
          Dose per activity from
          <select
            className="gw-input"
            value={draft.basis ?? 'population and patient'}
            data-cy="gw-basis"
            onChange={event => onChange({ basis: event.target.value as NonNullable<PlanRequest['basis']> })}
          >
            <option value="population and patient">population and patient</option>
            <option value="patient alone">patient alone</option>
          </select>
        </label>
        <label className="gw-field">
          Change from cycle to cycle
          <select
            className="gw-input"
            value={trend ? 'stated' : 'suggested'}
            data-cy="gw-trend"
            onChange={event => onChange({ trend: event.target.value === 'stated' ? SUGGESTED : null })}
          >
            <option value="suggested">as suggested</option>
            <option value="stated">stated</option>
          </select>
        </label>
        {trend && (
          <>
            <NumberInput
              title="Organs, % per cycle"
              value={100 * trend.organs}
              step={1}
              least={LEAST_CHANGE_PERCENT}
              dataCy="gw-trend-organs"
              onChange={value => change({ organs: value / 100 })}
            />
            <NumberInput
              title="Lesions, % per cycle"
              value={100 * trend.lesions}
              step={1}
              least={LEAST_CHANGE_PERCENT}
              dataCy="gw-trend-lesions"
              onChange={value => change({ lesions: value / 100 })}
            />
          </>
        )}
      </div>
      <RadiobiologyRows draft={draft} onChange={onChange} />
    </details>
  );
}
