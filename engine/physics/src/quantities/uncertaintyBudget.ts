import type { Estimate, UncertaintySource } from './estimate.js';

/** One line of an uncertainty budget; `relativeUncertainty` as a fraction of the value. */
export interface BudgetLine {
  readonly source: UncertaintySource;
  readonly relativeUncertainty: number;
}

/**
 * What an estimate's uncertainty is made of, by source, largest first. The lines add in quadrature to the relative uncertainty.
 * Empty when nothing is uncertain; infinite lines when the value is zero.
 */
export function uncertaintyBudget(estimate: Estimate): BudgetLine[] {
  const squares = new Map<UncertaintySource, number>();
  for (const { source, standardUncertainty } of estimate.contributions) {
    squares.set(source, (squares.get(source) ?? 0) + standardUncertainty ** 2);
  }
  return [...squares]
    .filter(([, square]) => square > 0)
    .map(([source, square]) => ({ source, relativeUncertainty: Math.sqrt(square) / Math.abs(estimate.value) }))
    .sort((a, b) => b.relativeUncertainty - a.relativeUncertainty);
}
