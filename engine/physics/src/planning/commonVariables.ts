import type { Estimate } from '../quantities/estimate.js';
import { lengthOf } from './lengthOf.js';

/**
 * The logarithms of estimates as sums of independent standard normal variables, as few as say the same: a row for each estimate, a column for each variable;
 * an estimate of value 0 has zeros.
 *
 * Every key is one variable; keys whose shares in all estimates stand in one proportion cannot be told apart and become one, their shares added in
 * quadrature. In the order of the alphabet of the keys, so that the order of cycles and regions does not matter.
 */
export function commonVariables(estimates: readonly Estimate[]): Float64Array[] {
  const shares = estimates.map(
    ({ value, contributions }) =>
      new Map(contributions.map(({ key, standardUncertainty }) => [key, value === 0 ? 0 : standardUncertainty / value])),
  );
  const keys = [...new Set(shares.flatMap(map => [...map.keys()]))].sort();
  const columns = new Map<string, { readonly unit: readonly number[]; square: number }>();
  for (const key of keys) {
    const column = shares.map(map => map.get(key) ?? 0);
    const size = lengthOf(column);
    if (size === 0) continue;
    const sign = Math.sign(column.find(share => share !== 0) ?? 1);
    const unit = column.map(share => (sign * share) / size);
    const proportion = unit.map(part => part.toPrecision(9)).join(' ');
    const same = columns.get(proportion);
    if (same) same.square += size * size;
    else columns.set(proportion, { unit, square: size * size });
  }
  const variables = [...columns.values()];
  return estimates.map((_, row) => Float64Array.from(variables, ({ unit, square }) => (unit[row] ?? 0) * Math.sqrt(square)));
}
