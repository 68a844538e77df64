import { GraywiseError, type DoseTarget } from '@graywise/physics';
import { limitOf } from './limitOf.js';

/** `lesion-1:70Gy`, `worst-lesion:70Gy`, `mean-lesion:60GyBED`. Throws GW_LIMIT_INVALID. */
export function targetOf(text: string): DoseTarget {
  const { region, value, quantity, source, per } = limitOf(text);
  if (per !== undefined) throw new GraywiseError('GW_LIMIT_INVALID', { found: text });
  return { region, value, source, ...(quantity !== 'absorbed dose' && { quantity }) };
}
