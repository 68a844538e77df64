import { gray, type DoseLimit } from '@graywise/physics';
import { NumberInput } from './NumberInput.js';
import { SourceMark } from './SourceMark.js';
import { statedByPerson } from './statedByPerson.js';
import { useLabels } from './useLabels.js';

interface LimitRowsProps {
  readonly limits: readonly DoseLimit[];
  readonly onChange: (limits: readonly DoseLimit[]) => void;
}

/** The limits of the organs at risk, a row each: value, what it is stated in, for how long it holds, and where it comes from. */
export function LimitRows({ limits, onChange }: LimitRowsProps) {
  if (limits.length === 0) return null;
  return (
    <fieldset className="gw-fieldset">
      <legend>Limits</legend>
      {limits.map((limit, index) => (
        <LimitRow
          key={`${limit.region} ${String(index)}`}
          limit={limit}
          onChange={changed => onChange(limits.flatMap((one, at) => (at !== index ? [one] : changed ? [changed] : [])))}
        />
      ))}
    </fieldset>
  );
}

function LimitRow({ limit, onChange }: { readonly limit: DoseLimit; readonly onChange: (limit: DoseLimit | null) => void }) {
  const label = useLabels()(limit.region);
  const change = (part: Partial<DoseLimit>): void => {
    onChange(statedByPerson({ ...limit, ...part }));
  };
  return (
    <div className="gw-limit-row">
      <span>{label}</span>
      <NumberInput
        title={`Limit of ${label}, Gy`}
        hideTitle
        value={limit.value}
        step={0.5}
        dataCy={`gw-limit-${limit.region}`}
        onChange={value => change({ value: gray(value) })}
      />
      <select
        className="gw-input"
        value={limit.quantity}
        aria-label={`Limit of ${label} as`}
        data-cy={`gw-limit-quantity-${limit.region}`}
        onChange={event => change({ quantity: event.target.value as DoseLimit['quantity'] })}
      >
        <option value="absorbed dose">Gy</option>
        <option value="BED">Gy BED</option>
        <option value="EQD2">Gy EQD2</option>
      </select>
      <select
        className="gw-input"
        value={limit.per ?? 'course'}
        aria-label={`Limit of ${label} holds for`}
        onChange={event => change({ per: event.target.value as 'course' | 'cycle' })}
      >
        <option value="course">course</option>
        <option value="cycle">each cycle</option>
      </select>
      <button type="button" className="gw-link" aria-label={`Remove the limit of ${label}`} onClick={() => onChange(null)}>
        ✕
      </button>
      <SourceMark stated={limit} />
    </div>
  );
}
