import { interval95, type Estimate } from '@graywise/physics';

/** A quantity as the command line prints it, in the unit that its key names. */
export interface QuantityJson {
  readonly value: number;
  readonly u: number;
  readonly interval95: readonly [number, number];
}

/** An estimate divided by `unit`, the size of the printed unit in SI. */
export function quantityJson(estimate: Estimate, unit: number): QuantityJson {
  const [low, high] = interval95(estimate);
  return { value: estimate.value / unit, u: estimate.standardUncertainty / unit, interval95: [low / unit, high / unit] };
}
