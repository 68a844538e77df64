import type { Estimate } from '@graywise/physics';
import { uncertaintyBudget } from '@graywise/physics';

/** What an uncertainty is made of: one bar per origin, as a share of the value. */
export function BudgetBars({ estimate }: { readonly estimate: Estimate }) {
  const budget = uncertaintyBudget(estimate);
  const largest = Math.max(...budget.map(part => part.relativeUncertainty), 0);
  if (budget.length === 0) return <p className="gw-quiet">No uncertainty is stated.</p>;
  return (
    <ul className="gw-budget" aria-label="Uncertainty budget">
      {budget.map(part => (
        <li key={part.source}>
          <span>{part.source}</span>
          <span className="gw-track" aria-hidden="true">
            <span className="gw-fill" style={{ width: `${String((100 * part.relativeUncertainty) / (largest || 1))}%` }} />
          </span>
          <span className="gw-number">{(100 * part.relativeUncertainty).toFixed(1)} %</span>
        </li>
      ))}
    </ul>
  );
}
