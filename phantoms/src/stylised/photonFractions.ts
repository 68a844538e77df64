import { loadTransportMaterial, spectrumTable, TransportModule } from '@graywise/kernels';
import { referenceMaterial } from '@graywise/physics';
import { STYLISED_TISSUES, type VoxelisedAdult } from './voxelisedAdult.js';

/** The share of the energy of photons from a source that a target absorbs, per kg of the target, and its relative standard uncertainty by counting. */
export interface PhotonFraction {
  readonly target: string;
  readonly perKg: number;
  readonly relativeUncertainty: number;
}

export interface PhotonRun {
  readonly energyMev: number;
  readonly histories: number;
  readonly seed: number;
}

/** Histories come in batches, whose spread tells the uncertainty. */
const BATCHES = 20;

/**
 * A source in one organ of the adult ('whole-body': evenly by mass in all of it). Calling what it gives runs photons of one energy and returns the fractions in
 * all organs and in the whole body.
 */
export async function photonFractions(adult: VoxelisedAdult, source: string): Promise<(run: PhotonRun) => PhotonFraction[]> {
  const module = await TransportModule.start({
    size: adult.size,
    spacingCm: adult.spacingCm,
    densityGPerMl: adult.densityGPerMl,
    materialIndex: adult.tissueIndex,
    materials: await Promise.all(STYLISED_TISSUES.map(tissue => loadTransportMaterial(referenceMaterial(tissue)))),
  });
  const organ = adult.organs.indexOf(source);
  module.setSource(source === 'whole-body' ? adult.densityGPerMl : adult.organIndex.map(found => Number(found === organ)));
  const targets = [...adult.organs.slice(1), 'whole-body'];
  return ({ energyMev, histories, seed }) => {
    module.setSpectrum(spectrumTable([{ lowestMev: energyMev, widthMev: 0, perDecay: 1 }]));
    const batches = Array.from({ length: BATCHES }, (_unused, batch) => {
      const { absorbedMev } = module.runPhotons({ seed, batch, histories: histories / BATCHES }, 'track length');
      return absorbedByTarget(absorbedMev, adult).map(absorbed => absorbed / energyMev);
    });
    return targets.map((target, place) =>
      fraction(
        target,
        massKg(adult, target),
        batches.map(batch => batch[place] ?? 0),
      ),
    );
  };
}

/** Energy absorbed in each organ and, last, in the whole body, MeV. */
function absorbedByTarget(absorbedMev: Float64Array, { organIndex, organs }: VoxelisedAdult): number[] {
  const byOrgan = new Array<number>(organs.length).fill(0);
  for (let voxel = 0; voxel < absorbedMev.length; voxel++) {
    const organ = organIndex[voxel] ?? 0;
    byOrgan[organ] = (byOrgan[organ] ?? 0) + (absorbedMev[voxel] ?? 0);
  }
  return [...byOrgan.slice(1), byOrgan.reduce((sum, energy) => sum + energy, 0)];
}

function massKg({ organs, massesG }: VoxelisedAdult, target: string): number {
  const grams = target === 'whole-body' ? massesG.reduce((sum, mass) => sum + mass, 0) : (massesG[organs.indexOf(target)] ?? 0);
  return grams / 1000;
}

/** Mean over the batches, and the standard deviation of that mean. */
function fraction(target: string, kilograms: number, batches: readonly number[]): PhotonFraction {
  const mean = batches.reduce((sum, value) => sum + value, 0) / batches.length;
  const squares = batches.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (batches.length - 1) / batches.length);
  return { target, perKg: mean / kilograms, relativeUncertainty: mean === 0 ? 0 : deviation / mean };
}
