import type { DoseLimit, DoseTarget } from '../record/cyclePlan.js';

/** "23 Gy", "39 Gy BED", "28 Gy EQD2", "0.5 Gy per cycle". */
export function doseWords(bound: DoseLimit | DoseTarget): string {
  const quantity = bound.quantity === undefined || bound.quantity === 'absorbed dose' ? '' : ` ${bound.quantity}`;
  return `${String(bound.value)} Gy${quantity}${'per' in bound && bound.per === 'cycle' ? ' per cycle' : ''}`;
}
