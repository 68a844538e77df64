import { formatPercent, knownVerification, useCourse } from '@graywise/extension-core';
import { RegionTable, type RegionQuantityColumn } from './RegionTable.js';
import { TimeSlider } from './TimeSlider.js';

const QUANTITIES: readonly RegionQuantityColumn[] = [
  { title: 'Ã', quantity: 'timeIntegratedActivity', unit: 'GBq h', scale: 1 / 3.6e12, of: region => region.timeIntegratedActivity },
  { title: 'Half-life', quantity: 'effectiveHalfLife', unit: 'h', scale: 1 / 3600, of: region => region.effectiveHalfLife },
];

/** What each region held over time: integral, effective half-life, and why the chosen model. */
export function TimeActivityStep() {
  const { state } = useCourse();
  const region = knownVerification(state).regions?.find(one => one.name === state.region);
  return (
    <>
      <RegionTable caption="Time-integrated activity Ã" dataCy="gw-time-activity" quantities={QUANTITIES} />
      {region && (
        <p data-cy="gw-fit">
          <strong>{region.label}</strong>: {region.fit.model}. {region.fit.reason} After the last scan:{' '}
          {formatPercent(region.fit.extrapolatedFraction)} of the integral, by {region.fit.tail}.
        </p>
      )}
      <TimeSlider />
    </>
  );
}
