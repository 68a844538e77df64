import type { BudgetCheck, UncertaintyAdvice } from '@graywise/physics';

/** A look at how sure doses are: what would make one surer, and the budgets made again by drawing at random. */
export interface BudgetReview {
  /** Of one region's dose; `found` null: the record that is shown cannot say. */
  readonly advice: { readonly region: string; readonly found: readonly UncertaintyAdvice[] | null } | null;
  readonly checks: readonly BudgetCheck[] | null;
}

/** Nothing asked yet. */
export const NO_BUDGET_REVIEW: BudgetReview = { advice: null, checks: null };
