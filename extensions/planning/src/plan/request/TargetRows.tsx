import { gray, type DoseTarget } from '@graywise/physics';
import { NumberInput } from './NumberInput.js';
import { SourceMark } from './SourceMark.js';
import { statedByPerson } from './statedByPerson.js';
import { useLabels } from './useLabels.js';

interface TargetRowsProps {
  readonly targets: readonly DoseTarget[];
  readonly onChange: (targets: readonly DoseTarget[]) => void;
}

/** The targets of the lesions, a row each: dose, what it is stated in, and with which chance it is to be reached. */
export function TargetRows({ targets, onChange }: TargetRowsProps) {
  if (targets.length === 0) return null;
  return (
    <fieldset className="gw-fieldset">
      <legend>Targets over the course</legend>
      {targets.map((target, index) => (
        <TargetRow
          key={`${target.region} ${String(index)}`}
          target={target}
          onChange={changed => onChange(targets.flatMap((one, at) => (at !== index ? [one] : changed ? [changed] : [])))}
        />
      ))}
    </fieldset>
  );
}

const CHANCES = [0.5, 0.8, 0.9, 0.95] as const;

function TargetRow({ target, onChange }: { readonly target: DoseTarget; readonly onChange: (target: DoseTarget | null) => void }) {
  const label = useLabels()(target.region);
  const change = (part: Partial<DoseTarget>): void => {
    onChange(statedByPerson({ ...target, ...part }));
  };
  return (
    <div className="gw-limit-row">
      <span>{label}</span>
      <NumberInput
        title={`Target of ${label}, Gy`}
        hideTitle
        value={target.value}
        step={5}
        dataCy={`gw-target-${target.region}`}
        onChange={value => (value > 0 ? change({ value: gray(value) }) : onChange(null))}
      />
      <select
        className="gw-input"
        value={target.quantity ?? 'absorbed dose'}
        aria-label={`Target of ${label} as`}
        onChange={event => change({ quantity: event.target.value as DoseTarget['quantity'] & string })}
      >
        <option value="absorbed dose">Gy</option>
        <option value="BED">Gy BED</option>
        <option value="EQD2">Gy EQD2</option>
      </select>
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
      <button type="button" className="gw-link" aria-label={`Remove the target of ${label}`} onClick={() => onChange(null)}>
        ✕
      </button>
      <SourceMark stated={target} />
    </div>
  );
}
