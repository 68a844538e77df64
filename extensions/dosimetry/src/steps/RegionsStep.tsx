import { useCourse } from '@graywise/extension-core';
import { DrawnRegions } from './DrawnRegions.js';
import { RegionTable, type RegionQuantityColumn } from './RegionTable.js';

const QUANTITIES: readonly RegionQuantityColumn[] = [
  { title: 'Volume', quantity: 'volume', unit: 'mL', scale: 1, of: region => region.volume },
  { title: 'Mass', quantity: 'mass', unit: 'g', scale: 1e3, of: region => region.mass },
];

/** The regions, their volumes and masses, and the way to the viewer's own drawing tools. */
export function RegionsStep() {
  const { state } = useCourse();
  return (
    <>
      <RegionTable caption="Regions" dataCy="gw-regions" quantities={QUANTITIES} />
      {state.overview && <DrawnRegions />}
    </>
  );
}
