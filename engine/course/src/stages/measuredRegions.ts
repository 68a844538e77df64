import { defaultChainAssumption, GraywiseError, sourceSpectrum, type MeasuredRegionResult, type MeasurementRow } from '@graywise/physics';
import { measurementsOf, WHOLE_BODY } from '../gather/measurementsOf.js';
import type { DosedCycle } from '../model/cycle.js';
import { bloodRegions } from '../measured/bloodRegions.js';
import type { MeasuredContext } from '../measured/measuredContext.js';
import { bodyMass } from '../measured/bodyMass.js';
import { countedOrgan } from '../measured/countedOrgan.js';
import { wholeBodyRegion } from '../measured/wholeBodyRegion.js';
import { pairsOf } from './pairsOf.js';

/** Measurements -> Gy. What has no voxels: the whole body, blood, red marrow by its blood, an organ in planar views or under a probe (rules M4, M7 to M10). */
export async function measuredRegions(dosed: DosedCycle): Promise<DosedCycle> {
  const rows = measurementsOf(dosed);
  if (rows.length === 0) return dosed;
  const context: MeasuredContext = {
    cycle: dosed,
    spectrum: await sourceSpectrum(dosed.nuclide.name, defaultChainAssumption(dosed.nuclide.name)),
    model: dosed.patient.sex === 'F' ? 'adult-female' : 'adult-male',
    body: bodyMass(rows, dosed.patient.weightKg),
  };
  const drawn = dosed.regions.flatMap(({ name }) => [name, ...pairsOf(name)]);
  const undrawn = rows.filter(({ region }) => region !== WHOLE_BODY && !drawn.includes(region));
  refuseSeveralKinds(undrawn, dosed.cycle);
  const counted = (['planar', 'probe'] as const).flatMap(kind => {
    const ofKind = undrawn.filter(row => row.kind === kind);
    return [...new Set(ofKind.map(({ region }) => region))].map(region => ofKind.filter(row => row.region === region));
  });
  const wholeBody = await wholeBodyRegion(
    context,
    rows.filter(({ region }) => region === WHOLE_BODY),
  );
  const blood = await bloodRegions(
    context,
    rows.filter(({ kind }) => kind === 'blood'),
    wholeBody,
    rows,
  );
  const organs = await Promise.all(counted.map(own => countedOrgan(context, own)));
  const measured: MeasuredRegionResult[] = [...(wholeBody ? [wholeBody] : []), ...blood, ...organs];
  return measured.length === 0 ? dosed : { ...dosed, measured };
}

/** Throws GW_MEASUREMENTS_INVALID where a region has planar views and a probe: nothing says which of them its dose is to rest on. */
function refuseSeveralKinds(rows: readonly MeasurementRow[], cycle: number): void {
  const planar = new Set(rows.filter(({ kind }) => kind === 'planar').map(({ region }) => region));
  const both = rows.find(({ kind, region }) => kind === 'probe' && planar.has(region));
  if (!both) return;
  throw new GraywiseError('GW_MEASUREMENTS_INVALID', {
    expected: `one kind of measurement of ${both.region} in a cycle`,
    where: `cycle ${String(cycle)}`,
    found: 'planar and probe',
  });
}
