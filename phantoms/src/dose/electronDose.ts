import type { SourceRegion } from '../anatomy/anatomyPart.js';
import type { DoseSource } from './doseSource.js';
import type { Interface } from './interfacesOf.js';

/** Electrons in a region, Gy: as if all stayed where they start, with what crosses the surface, and the standard uncertainty of the surface's area. */
export interface ElectronDose {
  readonly localGy: number;
  readonly doseGy: number;
  readonly uncertaintyGy: number;
}

export interface ElectronDoseInput {
  readonly region: SourceRegion;
  readonly densityGPerMl: number;
  readonly interfaces: readonly Interface[];
  /** Decays per kg; 0 outside the body. */
  readonly decaysPerKg: (place: DoseSource | 'outside') => number;
  readonly energyPerDecayJ: number;
  /** Mean distance from a decay at which its electrons leave their energy, g/cm2. */
  readonly meanWayGPerCm2: number;
}

/**
 * D = E q - (E <r> / density) sum over neighbours of S / 4V (q - q'), q decays per kg: first order in range over size.
 *
 * Across a plane the share of a uniform source's energy that leaves a body is S <r> / 4V (the chord method of Dirac, 1943; Cauchy's mean chord), and in layers of one
 * composition distances in g/cm2 decide whatever the densities are: what comes back is the same with the neighbour's decays per mass.
 */
export function electronDose(input: ElectronDoseInput): ElectronDose {
  const { region, densityGPerMl, interfaces, decaysPerKg, energyPerDecayJ, meanWayGPerCm2 } = input;
  const localGy = energyPerDecayJ * decaysPerKg(region);
  const wayCm = meanWayGPerCm2 / densityGPerMl;
  let [doseGy, variance] = [localGy, 0];
  for (const { neighbour, perCm, uncertaintyPerCm } of interfaces) {
    const lossPerCm = wayCm * energyPerDecayJ * (decaysPerKg(region) - decaysPerKg(neighbour));
    doseGy -= lossPerCm * perCm;
    variance += (lossPerCm * uncertaintyPerCm) ** 2;
  }
  return { localGy, doseGy, uncertaintyGy: Math.sqrt(variance) };
}
