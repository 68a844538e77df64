import { relativeUncertainty, uncertaintyBudget, type CycleVerification, type Estimate } from '@graywise/physics';
import { table } from './table.js';

/** Smaller parts of a budget say little; `--json` has them all. */
const LARGEST = 3;

/**
 * How uncertain the absorbed dose of every region is, and its largest parts by source, as shares of the dose (one standard uncertainty; parts add in
 * quadrature). A dose of zero has no shares.
 */
export function budgetTable({ regions, measured = [] }: CycleVerification): string {
  const doses = [...regions, ...measured].flatMap(({ label, absorbedDose }) => (absorbedDose ? [{ label, absorbedDose }] : []));
  const rows = doses.map(({ label, absorbedDose }) =>
    absorbedDose.value === 0 ? [label] : [label, percent(relativeUncertainty(absorbedDose)), largestParts(absorbedDose)],
  );
  return table(['uncertainty of the dose', 'in all', 'largest parts'], rows);
}

function largestParts(dose: Estimate): string {
  return uncertaintyBudget(dose)
    .slice(0, LARGEST)
    .map(({ source, relativeUncertainty: share }) => `${source} ${percent(share)}`)
    .join(', ');
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
