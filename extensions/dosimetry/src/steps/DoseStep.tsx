import { knownVerification, ReviewNote, useCourse, WarningList } from '@graywise/extension-core';
import { RegionTable, type RegionQuantityColumn } from './RegionTable.js';

const QUANTITIES: readonly RegionQuantityColumn[] = [
  { title: 'Dose', quantity: 'absorbedDose', unit: 'Gy', scale: 1, of: region => region.absorbedDose },
  { title: 'BED', quantity: 'bed', unit: 'Gy', scale: 1, of: region => region.bed },
];

/** Absorbed dose and biologically effective dose of each region, ± standard uncertainty. */
export function DoseStep() {
  const { state } = useCourse();
  const regions = knownVerification(state).regions ?? [];
  const region = regions.find(one => one.name === state.region);
  return (
    <>
      <RegionTable caption="Dose ± standard uncertainty" dataCy="gw-doses" quantities={QUANTITIES} />
      {region && <WarningList warnings={region.warnings} />}
      {regions.length > 0 && <ReviewNote />}
    </>
  );
}
