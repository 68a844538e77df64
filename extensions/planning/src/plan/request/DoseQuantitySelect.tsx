import type { DoseQuantity } from '@graywise/physics';

interface DoseQuantitySelectProps {
  readonly value: DoseQuantity;
  readonly title: string;
  readonly dataCy?: string;
  readonly onChange: (quantity: DoseQuantity) => void;
}

/** What a limit or a target is stated in. */
export function DoseQuantitySelect({ value, title, dataCy, onChange }: DoseQuantitySelectProps) {
  return (
    <select
      className="gw-input"
      value={value}
      aria-label={title}
      data-cy={dataCy}
      onChange={event => onChange(event.target.value as DoseQuantity)}
    >
      <option value="absorbed dose">Gy</option>
      <option value="BED">Gy BED</option>
      <option value="EQD2">Gy EQD2</option>
    </select>
  );
}
