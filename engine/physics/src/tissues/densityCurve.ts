import { GraywiseError } from '../errors/GraywiseError.js';
import { SCHNEIDER_DENSITY_CURVE, type DensityCurve } from './schneiderDensityCurve.js';

/**
 * The curve to use: a centre's own from its facts, checked, or the built-in one where the facts have none (null).
 *
 * Throws GW_FACTS_INVALID unless there are two pairs or more, HU strictly ascend and every density is a number above zero. A density that falls is
 * allowed, because published tables do.
 */
export function densityCurve(pairs: DensityCurve | null = null): DensityCurve {
  if (pairs === null) return SCHNEIDER_DENSITY_CURVE;
  if (pairs.length < 2) refuse('at least two pairs of HU and g/mL', `${String(pairs.length)} of them`);
  pairs.forEach(([hounsfield, density], index) => {
    const previous = pairs[index - 1]?.[0] ?? -Infinity;
    if (!(hounsfield > previous && Number.isFinite(hounsfield))) refuse('ascending HU', `${String(hounsfield)} after ${String(previous)}`);
    if (!(density > 0 && Number.isFinite(density))) refuse('a density above zero', String(density));
  });
  return pairs;
}

function refuse(expected: string, found: string): never {
  throw new GraywiseError('GW_FACTS_INVALID', { expected, where: 'huToDensity_g_per_mL', found });
}
