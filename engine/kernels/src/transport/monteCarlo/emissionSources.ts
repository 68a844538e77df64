import {
  cbrt,
  loadPointKernelTables,
  nuclidePointKernel,
  voxelKernelOf,
  type RadialKernel,
  type SourceSpectrum,
  type VoxelKernel,
} from '@graywise/physics';
import { electronBands } from '../electrons/electronBands.js';
import { photonBands } from '../photonBands.js';
import { spectrumTable, type EmissionBand } from '../spectrumTable.js';
import type { TransportGrid } from '../transportGrid.js';
import type { ElectronSource, EmissionSource, PhotonSource } from '../transportTask.js';
import { bremsstrahlungBands } from './bremsstrahlungBands.js';
import { electronHistories } from './electronHistories.js';
import { electronReach } from './electronReach.js';
import type { ElectronMode } from './monteCarloDose.js';
import { expectedEnergies } from './expectedEnergies.js';
import { nearFaceImportance } from './nearFaceImportance.js';
import { photonImportance } from './photonImportance.js';
import { spreadByKernel } from './spreadByKernel.js';
import { uniformVoxels } from './uniformVoxels.js';

/** What has to be transported, in groups whose batches are run together, and the energy (MeV by voxel) of electrons that a kernel spread instead. */
export interface DividedEmissions {
  readonly groups: readonly (readonly EmissionSource[])[];
  readonly kernelMev: Float64Array;
}

/**
 * Histories of photons in a batch times the square of the relative error that is wanted and the face of a voxel (cm2), which decides how many cross it: some 32 batches
 * are enough in a patient of 4.4 mm voxels.
 */
const PHOTON_HISTORIES = 0.2;
/** What electrons that a kernel spread radiated is a small part of the dose: a history of theirs for so many of other photons. */
const PHOTONS_PER_BREMSSTRAHLUNG = 12;
/** Batches in which the error is reached if it goes as estimated; of the variance allowed electrons and photons make a half each. */
const ELECTRON_BATCHES = 32;
/** Kernels are made for the medium of published sphere S-values; uniform tissue is within a tenth of its density. */
const KERNEL_DENSITY_G_PER_ML = 1.03;

export interface EmissionRequest {
  readonly spectrum: SourceSpectrum;
  readonly mode: ElectronMode;
  readonly relativeError: number;
}

/** Divides the emissions of all decays between transport and kernel. */
export async function emissionSources(
  grid: TransportGrid,
  decays: Float64Array,
  { spectrum, mode, relativeError }: EmissionRequest,
): Promise<DividedEmissions> {
  const point = await nuclidePointKernel(spectrum, 'soft-tissue', KERNEL_DENSITY_G_PER_ML);
  const electronKernel = kernelOfElectrons(point, grid.spacingCm);
  const uniform = mode === 'every particle' ? new Uint8Array(decays.length) : uniformVoxels(grid, electronKernel.halfSize);
  const spread = decays.map((count, voxel) => (uniform[voxel] === 1 ? count : 0));
  const transported = decays.map((count, voxel) => (uniform[voxel] === 1 ? 0 : count));
  const kernelMev = new Float64Array(decays.length);
  spreadByKernel(spread, grid.size, electronKernel, kernelMev);
  const allMev = kernelMev.slice();
  spreadByKernel(transported, grid.size, electronKernel, allMev);
  const expected = expectedEnergies(allMev, grid.densityGPerMl, relativeError);
  const histories = electronHistories(grid.size, decays, electronKernel, expected, ELECTRON_BATCHES / 2);
  const photons = photonHistories(grid.spacingCm, relativeError);
  const importance = photonImportance(grid.size, grid.spacingCm, expected);
  const electrons = electronBands(spectrum.betaSpectra, spectrum.electronLines);
  const { electrons: table } = await loadPointKernelTables('soft-tissue');
  const photonSources = [
    photonSource(decays, importance, photonBands(spectrum.photonLines), photons),
    photonSource(spread, importance, bremsstrahlungBands(electrons, table), Math.ceil(photons / PHOTONS_PER_BREMSSTRAHLUNG)),
  ];
  const groups = [photonSources, [electronSource(grid, transported, histories, electrons)]].map(group =>
    group.filter(source => source !== null),
  );
  return { groups: groups.filter(group => group.length > 0), kernelMev };
}

function photonHistories([dx, dy, dz]: readonly [number, number, number], relativeError: number): number {
  return Math.ceil(PHOTON_HISTORIES / (relativeError ** 2 * cbrt(dx * dy * dz) ** 2));
}

/**
 * How often photons of an energy are drawn, beside how often they are emitted. For the least time to an error it should go as the root of the mean square of what a
 * photon leaves in a voxel, over the root of its work: about as its energy, but for X-rays that end beside where they start; those leave all they have there, are soon
 * done, and need more histories until they are so weak that they do not leave their voxel.
 */
const photonImportanceOfEnergy = (energyMev: number): number => Math.min(10 * energyMev, Math.max(0.08, energyMev));

function photonSource(
  decays: Float64Array,
  importance: Float32Array,
  bands: readonly EmissionBand[],
  historiesPerBatch: number,
): PhotonSource | null {
  if (bands.length === 0 || !decays.some(count => count > 0)) return null;
  return { kind: 'photons', decays, spectrum: spectrumTable(bands, photonImportanceOfEnergy), historiesPerBatch, importance };
}

function electronSource(
  grid: TransportGrid,
  decays: Float64Array,
  historiesPerBatch: Float64Array,
  bands: readonly EmissionBand[],
): ElectronSource | null {
  if (bands.length === 0 || !decays.some(count => count > 0)) return null;
  return {
    kind: 'electrons',
    decays,
    spectrum: spectrumTable(bands, nearFaceImportance(grid, decays)),
    energyPerDecayMev: bands.reduce((sum, { lowestMev, widthMev, perDecay }) => sum + perDecay * (lowestMev + widthMev / 2), 0),
    historiesPerBatch,
  };
}

function kernelOfElectrons(point: RadialKernel, spacingCm: readonly [number, number, number]): VoxelKernel {
  const none = new Float64Array(point.radiiCm.length);
  return voxelKernelOf({
    kernel: { ...point, bremsstrahlungMev: none, photonMev: none },
    voxelMm: [10 * spacingCm[0], 10 * spacingCm[1], 10 * spacingCm[2]],
    halfSize: electronReach(point, spacingCm),
  });
}
