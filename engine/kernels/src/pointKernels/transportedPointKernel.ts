import {
  loadPointKernelTables,
  radialKernelOf,
  referenceMaterial,
  type KernelMedium,
  type RadialKernel,
  type SourceSpectrum,
} from '@graywise/physics';
import type { ScatteringModel } from '../transport/electrons/electronSettings.js';
import { electronPointKernelTable } from './electronPointKernelTable.js';

export interface TransportedKernelRequest {
  readonly spectrum: SourceSpectrum;
  readonly medium: KernelMedium;
  readonly densityGPerMl: number;
  readonly scattering: ScatteringModel;
}

/** At each energy of the tables that the spectrum reaches: a cumulative share is then known to half a percent, a sum over a spectrum to a fifth of that. */
const HISTORIES = 4000;
const SEED = 20261124;

/** The point kernel of a nuclide as `nuclidePointKernel`, its electrons transported anew with a scattering model. */
export async function transportedPointKernel({
  spectrum,
  medium,
  densityGPerMl,
  scattering,
}: TransportedKernelRequest): Promise<RadialKernel> {
  const tables = await loadPointKernelTables(medium);
  const { energiesMev, photonEnergiesMev } = tables.electrons;
  const highest = Math.max(...spectrum.betaSpectra.flatMap(({ energiesMev: beta }) => beta), ...spectrum.electronLines.energiesMev);
  const reached = energiesMev.filter((_energy, index) => index < 2 || (energiesMev[index - 1] ?? 0) < highest);
  const electrons = await electronPointKernelTable(referenceMaterial(medium), {
    scattering,
    energiesMev: reached,
    photonEnergiesMev,
    histories: HISTORIES,
    seed: SEED,
  });
  return radialKernelOf(spectrum, { ...tables, electrons }, densityGPerMl);
}
