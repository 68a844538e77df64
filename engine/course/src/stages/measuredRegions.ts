import { defaultChainAssumption, sourceSpectrum, type MeasuredRegionResult } from '@graywise/physics';
import { measurementsOf, WHOLE_BODY } from '../gather/measurementsOf.js';
import type { DosedCycle } from '../model/cycle.js';
import { bloodRegions } from '../measured/bloodRegions.js';
import type { MeasuredContext } from '../measured/measuredContext.js';
import { bodyMass } from '../measured/bodyMass.js';
import { probedRegion } from '../measured/probedRegion.js';
import { wholeBodyRegion } from '../measured/wholeBodyRegion.js';

/** Measurements -> Gy. What has no voxels: the whole body, blood, red marrow by its blood, an organ under a probe (rules M7 to M10). */
export async function measuredRegions(dosed: DosedCycle): Promise<DosedCycle> {
  const rows = measurementsOf(dosed);
  if (rows.length === 0) return dosed;
  const context: MeasuredContext = {
    cycle: dosed,
    spectrum: await sourceSpectrum(dosed.nuclide.name, defaultChainAssumption(dosed.nuclide.name)),
    model: dosed.patient.sex === 'F' ? 'adult-female' : 'adult-male',
    body: bodyMass(rows, dosed.patient.weightKg),
  };
  const drawn = dosed.regions.map(({ name }) => name);
  const probed = [...new Set(rows.filter(({ kind }) => kind === 'probe').map(({ region }) => region))].filter(
    region => region !== WHOLE_BODY && !drawn.includes(region),
  );
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
  const organs = await Promise.all(
    probed.map(region =>
      probedRegion(
        context,
        rows.filter(row => row.region === region),
      ),
    ),
  );
  const measured: MeasuredRegionResult[] = [...(wholeBody ? [wholeBody] : []), ...blood, ...organs];
  return measured.length === 0 ? dosed : { ...dosed, measured };
}
