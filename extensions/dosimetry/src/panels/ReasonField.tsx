interface ReasonFieldProps {
  readonly value: string;
  readonly dataCy: string;
  readonly onChange: (reason: string) => void;
}

/** Why a person decides otherwise than the course would. */
export function ReasonField({ value, dataCy, onChange }: ReasonFieldProps) {
  return (
    <label className="gw-field">
      Reason, as it will stand in the record
      <textarea className="gw-input" rows={2} value={value} data-cy={dataCy} onChange={event => onChange(event.target.value)} />
    </label>
  );
}
