import { checkBudget, GraywiseError, type BudgetCheck } from '@graywise/physics';
import type { RunOptions } from '../engine/courseEngine.js';
import type { CycleResults } from '../model/cycle.js';
import { sampledDose } from './sampledDose.js';

/** The seed of every check: the same course gives the same samples. */
const SEED = 1;
/** Fewer say nothing of a spread. */
export const LEAST_SAMPLES = 100;

/** The budget of every region's dose beside a sampled one (rule U2). Throws GW_USAGE before the step `dose`, for fewer than 100 samples, GW_CANCELLED. */
export async function checkUncertainty({ dose: dosed }: CycleResults, samples: number, options: RunOptions = {}): Promise<BudgetCheck[]> {
  if (!dosed) throw new GraywiseError('GW_USAGE', { expected: 'the step dose before a check of its uncertainty', found: 'none' });
  if (!(Number.isInteger(samples) && samples >= LEAST_SAMPLES))
    throw new GraywiseError('GW_USAGE', { expected: `at least ${LEAST_SAMPLES} samples`, found: String(samples) });
  const checks: BudgetCheck[] = [];
  for (const region of dosed.doses) {
    if (options.signal?.aborted === true) throw new GraywiseError('GW_CANCELLED', { where: 'the check of uncertainties' });
    options.onProgress?.({ step: 'dose', fraction: checks.length / dosed.doses.length, label: `Sampling ${region.mask.label}` });
    checks.push(checkBudget(sampledDose(dosed, region), samples, SEED));
    // So that a cancellation can arrive.
    await new Promise(resolve => setTimeout(resolve, 0));
  }
  return checks;
}
