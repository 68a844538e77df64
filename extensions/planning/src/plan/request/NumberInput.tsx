interface NumberInputProps {
  readonly title: string;
  readonly value: number;
  readonly step: number;
  readonly dataCy: string;
  /** True: the title is for screen readers, because a table head says it. */
  readonly hideTitle?: boolean;
  readonly onChange: (value: number) => void;
}

/** A field for a number that is not negative. */
export function NumberInput({ title, value, step, dataCy, hideTitle = false, onChange }: NumberInputProps) {
  const field = (
    <input
      className="gw-input"
      type="number"
      min={0}
      step={step}
      value={Number(value.toPrecision(6))}
      data-cy={dataCy}
      {...(hideTitle && { 'aria-label': title })}
      onChange={event => onChange(Math.max(0, Number(event.target.value)))}
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
