import {
  nuclidePointKernel,
  referenceMaterial,
  sphereSelfDose,
  type KernelMedium,
  type SourceSpectrum,
  type SphereAbsorption,
} from '@graywise/physics';
import { electronBands } from '../transport/electrons/electronBands.js';
import { ELECTRON_SETTINGS, type ScatteringModel } from '../transport/electrons/electronSettings.js';
import { electronTables } from '../transport/electrons/electronTables.js';
import { simulateElectronsInSphere } from '../transport/electrons/simulateElectronsInSphere.js';
import { spectrumTable } from '../transport/spectrumTable.js';
import { photonsInBall } from './photonsInBall.js';

export interface TransportedSphereRequest {
  readonly spectrum: SourceSpectrum;
  readonly radiusCm: number;
  readonly medium: KernelMedium;
  readonly densityGPerMl: number;
  readonly surroundings: 'same' | 'vacuum';
  readonly scattering: ScatteringModel;
}

/** The absorbed share is then known to about 0.1 %. */
const HISTORIES = 200_000;
const SEED = 20261125;

/**
 * What a ball absorbs of its own emissions by transport, where the point kernel does not serve: in vacuum, or with another scattering model. The few
 * photons that electrons radiate are those of the unbounded medium.
 */
export async function transportedSphere(request: TransportedSphereRequest): Promise<SphereAbsorption> {
  const { spectrum, radiusCm, medium, densityGPerMl, surroundings, scattering } = request;
  const unbounded = sphereSelfDose(await nuclidePointKernel(spectrum, medium, densityGPerMl), radiusCm);
  const { absorbedShare } = await simulateElectronsInSphere({
    medium: await electronTables(referenceMaterial(medium), { ...ELECTRON_SETTINGS, scattering }),
    spectrum: spectrumTable(electronBands(spectrum.betaSpectra, spectrum.electronLines), energyMev => energyMev),
    radiusGPerCm2: radiusCm * densityGPerMl,
    surroundings,
    seed: SEED,
    histories: HISTORIES,
  });
  const photonMev = surroundings === 'vacuum' ? await photonsInBall(request) : unbounded.photonMev;
  return { ...unbounded, electronMev: absorbedShare * spectrum.electronEnergyMev, photonMev };
}
