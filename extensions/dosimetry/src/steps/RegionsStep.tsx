import { knownVerification, useCourse } from '@graywise/extension-core';
import { DrawnRegions } from './DrawnRegions.js';
import { RegionTable, type RegionQuantityColumn } from './RegionTable.js';

const QUANTITIES: readonly RegionQuantityColumn[] = [
  { title: 'Volume', quantity: 'volume', unit: 'mL', scale: 1, of: region => region.volume },
  { title: 'Mass', quantity: 'mass', unit: 'g', scale: 1e3, of: region => region.mass },
];

const RECOVERY: RegionQuantityColumn = {
  title: 'Recovery',
  quantity: 'recovery',
  unit: '%',
  scale: 100,
  mostDecimals: 1,
  of: region => region.recovery ?? null,
};

/** The regions, their volumes, masses and recovery, and the way to the viewer's own drawing tools. */
export function RegionsStep() {
  const { state } = useCourse();
  const recovered = (knownVerification(state).regions ?? []).some(({ recovery }) => recovery);
  return (
    <>
      <RegionTable caption="Regions" dataCy="gw-regions" quantities={recovered ? [...QUANTITIES, RECOVERY] : QUANTITIES} />
      {state.overview && <DrawnRegions />}
    </>
  );
}
