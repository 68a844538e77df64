import { gray, type DoseLimit } from '@graywise/physics';
import { BoundList } from './BoundList.js';
import { DoseQuantitySelect } from './DoseQuantitySelect.js';
import { NumberInput } from './NumberInput.js';
import { RemoveButton } from './RemoveButton.js';
import { SourceMark } from './SourceMark.js';
import { statedByPerson } from './statedByPerson.js';
import { useLabels } from './useLabels.js';

interface LimitRowsProps {
  readonly limits: readonly DoseLimit[];
  readonly onChange: (limits: readonly DoseLimit[]) => void;
}

/** The limits of the organs at risk, a row each: value, what it is stated in, for how long it holds, and where it comes from. */
export function LimitRows({ limits, onChange }: LimitRowsProps) {
  return (
    <BoundList title="Limits" bounds={limits} onChange={onChange} row={(limit, change) => <LimitRow limit={limit} onChange={change} />} />
  );
}

function LimitRow({ limit, onChange }: { readonly limit: DoseLimit; readonly onChange: (limit: DoseLimit | null) => void }) {
  const label = useLabels()(limit.region);
  const change = (part: Partial<DoseLimit>): void => {
    onChange(statedByPerson({ ...limit, ...part }));
  };
  return (
    <>
      <span>{label}</span>
      <NumberInput
        title={`Limit of ${label}, Gy`}
        hideTitle
        value={limit.value}
        step={0.5}
        dataCy={`gw-limit-${limit.region}`}
        onChange={value => change({ value: gray(value) })}
      />
      <DoseQuantitySelect
        value={limit.quantity}
        title={`Limit of ${label} as`}
        dataCy={`gw-limit-quantity-${limit.region}`}
        onChange={quantity => change({ quantity })}
      />
      <select
        className="gw-input"
        value={limit.per ?? 'course'}
        aria-label={`Limit of ${label} holds for`}
        onChange={event => change({ per: event.target.value as 'course' | 'cycle' })}
      >
        <option value="course">course</option>
        <option value="cycle">each cycle</option>
      </select>
      <RemoveButton title={`Remove the limit of ${label}`} onRemove={() => onChange(null)} />
      <SourceMark stated={limit} />
    </>
  );
}
