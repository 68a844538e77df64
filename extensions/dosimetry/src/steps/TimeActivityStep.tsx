import { knownVerification, useCourse } from '@graywise/extension-core';
import { BestScanTime } from '../scans/BestScanTime.js';
import { FewerScans } from '../scans/FewerScans.js';
import { TailChoice } from '../scans/TailChoice.js';
import { FitModels } from './FitModels.js';
import { MeasuredTable } from './MeasuredTable.js';
import { RegionTable, type RegionQuantityColumn } from './RegionTable.js';
import { TimeSlider } from './TimeSlider.js';

const QUANTITIES: readonly RegionQuantityColumn[] = [
  { title: 'Ã', quantity: 'timeIntegratedActivity', unit: 'GBq h', scale: 1 / 3.6e12, of: region => region.timeIntegratedActivity },
  { title: 'Half-life', quantity: 'effectiveHalfLife', unit: 'h', scale: 1 / 3600, of: region => region.effectiveHalfLife },
];

/** What each region held over time: integral, effective half-life, why this model, what decays after the last scan, what fewer scans would have said, and when one says most. */
export function TimeActivityStep() {
  const { state } = useCourse();
  const region = knownVerification(state).regions?.find(one => one.name === state.region);
  return (
    <>
      <RegionTable caption="Time-integrated activity Ã" dataCy="gw-time-activity" quantities={QUANTITIES} />
      {region && <FitModels region={region} />}
      <TimeSlider />
      <MeasuredTable />
      {state.outcomes['time-activity']?.status === 'done' && (
        <>
          {!state.stored && <TailChoice />}
          <FewerScans />
          <BestScanTime />
        </>
      )}
    </>
  );
}
