import { loadTransportMaterial, photonBands, spectrumTable, TransportModule } from '@graywise/kernels';
import { JOULE_PER_MEV, type SourceSpectrum } from '@graywise/physics';
import type { TrueRegion } from '../course/trueRegions.js';
import { DOSE_SOURCES, type DoseSource } from './doseSource.js';
import { OUTSIDE, type VoxelisedPatient } from './voxelisedPatient.js';

/** Photon dose to a target per decay in a source, Gy, and its standard uncertainty by counting. */
export interface PhotonDose {
  readonly gyPerDecay: number;
  readonly uncertainty: number;
}

/** By name of the target, then source. */
export type PhotonDoseMatrix = ReadonlyMap<string, ReadonlyMap<DoseSource, PhotonDose>>;

export interface PhotonDoseRequest {
  readonly patient: VoxelisedPatient;
  readonly spectrum: SourceSpectrum;
  readonly targets: readonly TrueRegion[];
  readonly historiesPerSource: number;
  /** Awaited before each source with the share that is done. */
  readonly pace: (fraction: number) => Promise<void>;
}

const SEED = 20261123;
/** Histories come in batches, whose spread tells the uncertainty. */
const BATCHES = 5;

/**
 * Photons of decays in every source, followed through the patient's own tissues and densities; a source is even by mass in its voxels. The energy that a
 * target's voxels absorb is divided by the mass of these voxels, so that voxels need not follow its surface.
 */
export async function photonDoseMatrix({
  patient,
  spectrum,
  targets,
  historiesPerSource,
  pace,
}: PhotonDoseRequest): Promise<PhotonDoseMatrix> {
  const spacingCm = patient.spacingMm / 10;
  const module = await TransportModule.start({
    size: patient.size,
    spacingCm: [spacingCm, spacingCm, spacingCm],
    densityGPerMl: patient.densityGPerMl,
    materialIndex: patient.materialIndex,
    materials: await Promise.all(patient.materials.map(loadTransportMaterial)),
  });
  module.setSpectrum(spectrumTable(photonBands(spectrum.photonLines), energyMev => energyMev));
  const matrix = new Map(targets.map(({ name }) => [name, new Map<DoseSource, PhotonDose>()]));
  for (const [place, source] of DOSE_SOURCES.entries()) {
    await pace(place / DOSE_SOURCES.length);
    module.setSource(patient.densityGPerMl.map((density, voxel) => (patient.sourceIndex[voxel] === place ? density : 0)));
    const batches = Array.from({ length: BATCHES }, (_unused, batch) => {
      const run = { seed: SEED + place, batch, histories: historiesPerSource / BATCHES };
      return energyBySource(patient, module.runPhotons(run, 'track length').absorbedMev);
    });
    for (const { name, parts } of targets) {
      const kilograms = parts.reduce((sum, part) => sum + (patient.massesKg.get(part) ?? 0), 0);
      const absorbed = batches.map(bySource => parts.reduce((sum, part) => sum + (bySource.get(part) ?? 0), 0));
      const doses = absorbed.map(energyMev => (energyMev * JOULE_PER_MEV) / kilograms);
      matrix.get(name)?.set(source, meanOf(doses));
    }
  }
  return matrix;
}

function energyBySource({ sourceIndex }: VoxelisedPatient, absorbedMev: Float64Array): ReadonlyMap<DoseSource, number> {
  const sums = new Float64Array(OUTSIDE + 1);
  for (let voxel = 0; voxel < absorbedMev.length; voxel++) {
    const source = sourceIndex[voxel] ?? OUTSIDE;
    sums[source] = (sums[source] ?? 0) + (absorbedMev[voxel] ?? 0);
  }
  return new Map(DOSE_SOURCES.map((source, place) => [source, sums[place] ?? 0]));
}

function meanOf(doses: readonly number[]): PhotonDose {
  const mean = doses.reduce((sum, dose) => sum + dose, 0) / doses.length;
  const squares = doses.reduce((sum, dose) => sum + (dose - mean) ** 2, 0);
  return { gyPerDecay: mean, uncertainty: Math.sqrt(squares / (doses.length * (doses.length - 1))) };
}
