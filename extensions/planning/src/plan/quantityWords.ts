import { formatSignificant } from '@graywise/extension-core';
import type { DoseQuantity } from '@graywise/physics';

/** A dose of a limit or target with what it is stated in: "23 Gy", "40 Gy BED", "28 Gy EQD2". */
export function quantityWords(value: number, quantity: DoseQuantity = 'absorbed dose'): string {
  return `${trimmed(value)} Gy${quantity === 'absorbed dose' ? '' : ` ${quantity}`}`;
}

/** A number that a person stated keeps no more digits than were stated. */
function trimmed(value: number): string {
  return Number.isInteger(value) ? String(value) : formatSignificant(value);
}
