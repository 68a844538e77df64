interface FieldProps {
  readonly title: string;
  readonly value: string;
  readonly dataCy: string;
  readonly onChange: (value: string) => void;
}

/** A labelled field of text. */
export function TextField(props: FieldProps) {
  return <Field {...props} type="text" />;
}

/** A labelled field of a number of zero or more; the unit stands in the title. */
export function NumberField(props: FieldProps) {
  return <Field {...props} type="number" />;
}

/** A labelled field of date and time. */
export function TimeField(props: FieldProps) {
  return <Field {...props} type="datetime-local" />;
}

/** A labelled field of several lines; `example` shows one. */
export function LinesField({ title, value, dataCy, onChange, example }: FieldProps & { readonly example: string }) {
  return (
    <label className="gw-field">
      {title}
      <textarea
        className="gw-input"
        rows={6}
        value={value}
        placeholder={example}
        data-cy={dataCy}
        onChange={event => onChange(event.target.value)}
      />
    </label>
  );
}

function Field({ title, value, dataCy, onChange, type }: FieldProps & { readonly type: string }) {
  return (
    <label className="gw-field">
      {title}
      <input
        className="gw-input"
        type={type}
        value={value}
        data-cy={dataCy}
        {...(type === 'number' && { min: 0, step: 'any' })}
        onChange={event => onChange(event.target.value)}
      />
    </label>
  );
}
