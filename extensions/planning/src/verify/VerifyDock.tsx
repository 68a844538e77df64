import { Chart, Figure, knownVerification, useCourse } from '@graywise/extension-core';
import { useCallback } from 'react';
import { comparedRegions } from './comparedRegions.js';
import { comparedDoses, drawComparison } from './drawComparison.js';

/** Measured against expected, below the viewports. */
export function VerifyDock() {
  const { state } = useCourse();
  const { regions, measured, comparisons } = knownVerification(state);
  const draw = useCallback(
    (width: number) =>
      drawComparison(
        comparedDoses(comparedRegions({ ...(regions && { regions }), ...(measured && { measured }), ...(comparisons && { comparisons }) })),
        width,
      ),
    [regions, measured, comparisons],
  );
  if (!comparisons || comparisons.length === 0) return null;
  return (
    <div className="gw-dock">
      <Figure
        title="Delivered (point, 95 % interval) against expected (bands: 50 % dark, 95 % light; dashed: median)"
        dataCy="gw-chart-comparison"
      >
        <Chart draw={draw} label="Delivered against expected absorbed dose" />
      </Figure>
    </div>
  );
}
