import { gray, GraywiseError, type DoseLimit, type DoseQuantity } from '@graywise/physics';

const LIMIT = /^([a-z][a-z0-9-]*):(\d+(?:\.\d+)?)Gy(BED|EQD2)?(\/cycle)?$/i;

/** `kidneys:23Gy`, `kidneys:39GyBED`, `kidneys:28GyEQD2`, `red-marrow:0.5Gy/cycle`. Throws GW_LIMIT_INVALID. */
export function limitOf(text: string): DoseLimit {
  const [, region = '', value = '', quantity, perCycle] = LIMIT.exec(text) ?? [];
  if (region === '' || Number(value) <= 0) throw new GraywiseError('GW_LIMIT_INVALID', { found: text });
  return {
    region,
    value: gray(Number(value)),
    quantity: quantity === undefined ? 'absorbed dose' : (quantity.toUpperCase() as DoseQuantity),
    source: 'stated on the command line',
    ...(perCycle !== undefined && { per: 'cycle' as const }),
  };
}
