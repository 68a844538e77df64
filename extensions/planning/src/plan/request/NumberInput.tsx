import { useState } from 'react';

interface NumberInputProps {
  readonly title: string;
  readonly value: number;
  readonly step: number;
  readonly dataCy: string;
  /** Nothing below it is taken; 0 when left out. */
  readonly least?: number;
  /** True: the title is for screen readers, because a table head says it. */
  readonly hideTitle?: boolean;
  readonly onChange: (value: number) => void;
}

/** A field for a number. */
export function NumberInput({ title, value, step, dataCy, least = 0, hideTitle = false, onChange }: NumberInputProps) {
  // What is being typed stands as it is, "-" and "1." too, until the field is left.
  const [typed, setTyped] = useState<string | null>(null);
  const field = (
    <input
      className="gw-input"
      type="number"
      min={least}
      step={step}
      value={typed ?? Number(value.toPrecision(6))}
      data-cy={dataCy}
      {...(hideTitle && { 'aria-label': title })}
      onBlur={() => setTyped(null)}
      onChange={event => {
        setTyped(event.target.value);
        onChange(Math.max(least, Number(event.target.value)));
      }}
    />
  );
  if (hideTitle) return field;
  return (
    <label className="gw-field">
      {title}
      {field}
    </label>
  );
}
