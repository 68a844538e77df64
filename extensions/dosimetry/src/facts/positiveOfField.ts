import { GraywiseError } from '@graywise/physics';

/** The number of a field, above zero. `expected` names it, such as "the filled volume, mL". Throws GW_FACTS_INVALID. */
export function positiveOfField(text: string, expected: string): number {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value)))
    throw new GraywiseError('GW_FACTS_INVALID', { expected, where: 'the form', found: text.trim() === '' ? 'nothing' : text });
  return value;
}
