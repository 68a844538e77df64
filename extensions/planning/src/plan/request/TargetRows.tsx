import { gray, type DoseTarget } from '@graywise/physics';
import { BoundList } from './BoundList.js';
import { DoseQuantitySelect } from './DoseQuantitySelect.js';
import { NumberInput } from './NumberInput.js';
import { RemoveButton } from './RemoveButton.js';
import { SourceMark } from './SourceMark.js';
import { statedByPerson } from './statedByPerson.js';
import { useLabels } from './useLabels.js';

interface TargetRowsProps {
  readonly targets: readonly DoseTarget[];
  readonly onChange: (targets: readonly DoseTarget[]) => void;
}

/** The targets of the lesions, a row each: dose, what it is stated in, and with which chance it is to be reached. */
export function TargetRows({ targets, onChange }: TargetRowsProps) {
  return (
    <BoundList
      title="Targets over the course"
      bounds={targets}
      onChange={onChange}
      row={(target, change) => <TargetRow target={target} onChange={change} />}
    />
  );
}

const CHANCES = [0.5, 0.8, 0.9, 0.95] as const;

function TargetRow({ target, onChange }: { readonly target: DoseTarget; readonly onChange: (target: DoseTarget | null) => void }) {
  const label = useLabels()(target.region);
  const change = (part: Partial<DoseTarget>): void => {
    onChange(statedByPerson({ ...target, ...part }));
  };
  return (
    <>
      <span>{label}</span>
      <NumberInput
        title={`Target of ${label}, Gy`}
        hideTitle
        value={target.value}
        step={5}
        dataCy={`gw-target-${target.region}`}
        onChange={value => (value > 0 ? change({ value: gray(value) }) : onChange(null))}
      />
      <DoseQuantitySelect
        value={target.quantity ?? 'absorbed dose'}
        title={`Target of ${label} as`}
        onChange={quantity => change({ quantity })}
      />
      <select
        className="gw-input"
        value={String(target.probability ?? 0)}
        aria-label={`Chance to reach the target of ${label}`}
        onChange={event => change({ probability: Number(event.target.value) || null })}
      >
        <option value="0">by median</option>
        {CHANCES.map(chance => (
          <option key={chance} value={String(chance)}>
            by {100 * chance} %
          </option>
        ))}
      </select>
      <RemoveButton title={`Remove the target of ${label}`} onRemove={() => onChange(null)} />
      <SourceMark stated={target} />
    </>
  );
}
