import type { BudgetCheck } from '@graywise/physics';
import { table } from './table.js';

/** Checks of budgets by sampling as a table a person can read. */
export function budgetCheckTable(checks: readonly BudgetCheck[]): string {
  const [first] = checks;
  const range = ([low, high]: readonly [number, number]): string => `${low.toPrecision(3)} to ${high.toPrecision(3)}`;
  const rows = checks.map(({ name, propagated, sampled, spreadRatio, agrees }) => [
    name,
    `${propagated.value.toPrecision(4)} ± ${propagated.standardUncertainty.toPrecision(2)}`,
    range(propagated.interval95),
    `${sampled.mean.toPrecision(4)} ± ${sampled.standardDeviation.toPrecision(2)}`,
    range(sampled.interval95),
    spreadRatio.toFixed(2),
    agrees ? 'yes' : 'no',
  ]);
  const columns = ['region', 'propagated (Gy)', '95 %', 'sampled (Gy)', '95 %', 'spread ratio', 'agrees'];
  const notes = checks.filter(({ agrees }) => !agrees).map(({ name, explanation }) => `- ${name}: ${explanation}`);
  const head = `\nUncertainty by propagation and by ${String(first?.samples ?? 0)} samples of the same model:\n`;
  return `${head}\n${table(columns, rows)}\n${notes.join('\n')}\n`;
}
