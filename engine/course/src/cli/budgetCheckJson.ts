import type { BudgetCheck } from '@graywise/physics';

/** A check of a budget by sampling as JSON; doses in Gy. */
export function budgetCheckJson({
  name,
  samples,
  seed,
  failed,
  propagated,
  sampled,
  spreadRatio,
  spreadRatioUncertainty,
  agrees,
  explanation,
}: BudgetCheck): object {
  return {
    name,
    samples,
    seed,
    failed,
    propagated: { dose_Gy: propagated.value, u_Gy: propagated.standardUncertainty, interval95_Gy: propagated.interval95 },
    sampled: { mean_Gy: sampled.mean, median_Gy: sampled.median, u_Gy: sampled.standardDeviation, interval95_Gy: sampled.interval95 },
    spreadRatio,
    spreadRatio_u: spreadRatioUncertainty,
    agrees,
    explanation,
  };
}
