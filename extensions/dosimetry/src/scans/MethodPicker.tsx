import type { SingleScanChoice, SingleScanOption } from '@graywise/course';
import { SINGLE_SCAN_TITLES } from '@graywise/extension-core';

interface MethodPickerProps {
  /** What may be chosen; the text says what it rests on. */
  readonly options: readonly SingleScanOption[];
  readonly choice: SingleScanChoice;
  readonly name: string;
  readonly onChange: (choice: SingleScanChoice) => void;
}

/** How one scan becomes a curve: a choice of methods with their sources, and a field for a half-life that a person states. */
export function MethodPicker({ options, choice, name, onChange }: MethodPickerProps) {
  return (
    <fieldset className="gw-fieldset">
      <legend>How one scan becomes a curve</legend>
      {options.map(({ method, text, confirmed }) => (
        <label key={method} className="gw-tick">
          <input
            type="radio"
            name={name}
            checked={choice.method === method}
            data-cy={`gw-method-${method}`}
            onChange={() => onChange({ ...choice, method })}
          />
          <span>
            {text === '' ? SINGLE_SCAN_TITLES[method] : text}{' '}
            {!confirmed && (
              <span className="gw-badge gw-badge-amber" title="The centre must confirm it.">
                suggested
              </span>
            )}
          </span>
        </label>
      ))}
      {choice.method === 'stated' && (
        <label className="gw-field">
          Effective half-life, h
          <input
            className="gw-input"
            type="number"
            min="0"
            step="any"
            value={choice.halfLifeHours ?? ''}
            data-cy="gw-decision-half-life"
            onChange={event => onChange({ ...choice, halfLifeHours: event.target.value === '' ? null : Number(event.target.value) })}
          />
        </label>
      )}
    </fieldset>
  );
}
