import { GraywiseError } from '@graywise/physics';
import { measurementsOf, WHOLE_BODY } from '../gather/measurementsOf.js';
import type { SegmentedCycle } from '../model/cycle.js';
import { pairsOf } from './pairsOf.js';

/** Planar views of what is not drawn have nothing to be scaled to. Throws GW_MEASUREMENTS_INVALID, naming what is drawn. */
export function refuseUndrawnRegions(cycle: SegmentedCycle): void {
  const drawn = cycle.regions.flatMap(({ name }) => [name, ...pairsOf(name)]);
  const stray = measurementsOf(cycle).find(({ kind, region }) => kind === 'planar' && region !== WHOLE_BODY && !drawn.includes(region));
  if (!stray) return;
  throw new GraywiseError('GW_MEASUREMENTS_INVALID', {
    expected: `planar views of a drawn region (${[...new Set(drawn)].join(', ')}) or of ${WHOLE_BODY}`,
    where: `cycle ${String(cycle.cycle)}`,
    found: stray.region,
  });
}
