import { GraywiseError } from '@graywise/physics';
import { measurementsOf, WHOLE_BODY } from '../gather/measurementsOf.js';
import type { SegmentedCycle } from '../model/cycle.js';
import { pairsOf } from './pairsOf.js';

/** Columns that make a view an activity. */
const ABSOLUTE = ['sensitivity_per_s_per_MBq', 'activity_MBq'];

/** Planar views of what is not drawn, without sensitivity or activity, have nothing to be scaled to. Throws GW_MEASUREMENTS_INVALID, naming what is drawn. */
export function refuseUndrawnRegions(cycle: SegmentedCycle): void {
  const drawn = cycle.regions.flatMap(({ name }) => [name, ...pairsOf(name)]);
  const stray = measurementsOf(cycle).find(
    ({ kind, region, values }) =>
      kind === 'planar' && region !== WHOLE_BODY && !drawn.includes(region) && !ABSOLUTE.some(column => column in values),
  );
  if (!stray) return;
  throw new GraywiseError('GW_MEASUREMENTS_INVALID', {
    expected: `planar views of a drawn region (${[...new Set(drawn)].join(', ')}) or of ${WHOLE_BODY}, or a sensitivity`,
    where: `cycle ${String(cycle.cycle)}`,
    found: stray.region,
  });
}
