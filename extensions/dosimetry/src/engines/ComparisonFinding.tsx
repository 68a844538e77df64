import type { DoseEngineComparison } from '@graywise/course';
import { comparedVoxels, doseEngineTitle, formatNumber } from '@graywise/extension-core';
import { AssumedByEngine } from './AssumedByEngine.js';
import { criteriaWords } from './criteriaWords.js';

/** How far two doses agree as a whole, in a sentence, and what the second rests on. */
export function ComparisonFinding({ comparison }: { readonly comparison: DoseEngineComparison }) {
  const { used, other } = comparison;
  const voxels = comparedVoxels(comparison);
  return (
    <div className="gw-stack" data-cy="gw-comparison" data-engine={other.engine}>
      {voxels ? (
        <p data-cy="gw-gamma">
          <strong className="gw-number">{formatNumber(100 * voxels.passShare, 1)} %</strong> of {formatNumber(voxels.evaluatedVoxels, 0)}{' '}
          voxels pass {criteriaWords(voxels.criteria)}.
        </p>
      ) : (
        <p data-cy="gw-gamma">
          {doseEngineTitle(other.engine)} beside {doseEngineTitle(used.engine)}: one of them gives a dose for each region and no map, so
          only the doses of regions are compared.
        </p>
      )}
      <AssumedByEngine description={other} />
    </div>
  );
}
