import { JOULE_PER_MEV } from '../../quantities/quantity.js';
import type { RadialKernel } from '../pointKernels/radialKernel.js';
import { sphereSelfDose, type SphereAbsorption } from './sphereSelfDose.js';

/** Absorbed dose of a uniformly active ball per decay in it, Gy/(Bq s), and its parts by radiation; the parts add to the whole. */
export interface SphereSValue {
  readonly massG: number;
  readonly sGyPerBqS: number;
  readonly electronPart: number;
  readonly bremsstrahlungPart: number;
  readonly photonPart: number;
  /** Not weighted for its biological effect. */
  readonly alphaPart: number;
  /** Standard uncertainty of the model relative to the value. */
  readonly relativeUncertainty: number;
}

/** Mean energies of the decays and stopping powers. */
const ELECTRON_UNCERTAINTY = 0.01;
/** Cross sections, and electrons that are absorbed where photons set them free. */
const PHOTON_UNCERTAINTY = 0.02;
/** Mean way, cm in unit density, at which an alpha particle of 6 MeV leaves its energy; it counts as none. */
const ALPHA_WAY_G_PER_CM2 = 0.0025;

/** The self-dose of a ball in an unbounded medium of its own kind (rule D7). */
export function sphereSValue(kernel: RadialKernel, radiusCm: number): SphereSValue {
  return sphereSValueOf(sphereSelfDose(kernel, radiusCm), radiusCm, kernel.densityGPerMl);
}

/** The S-value of a ball from the energy that it absorbs per decay: S = E / m. */
export function sphereSValueOf(absorbed: SphereAbsorption, radiusCm: number, densityGPerMl: number): SphereSValue {
  const massG = ((4 * Math.PI) / 3) * radiusCm * radiusCm * radiusCm * densityGPerMl;
  const partOf = (energyMev: number): number => (energyMev * JOULE_PER_MEV * 1000) / massG;
  const [electronPart, bremsstrahlungPart] = [partOf(absorbed.electronMev), partOf(absorbed.bremsstrahlungMev)];
  const [photonPart, alphaPart] = [partOf(absorbed.photonMev), partOf(absorbed.alphaMev)];
  const sGyPerBqS = electronPart + bremsstrahlungPart + photonPart + alphaPart;
  // of what starts in a ball and ends at a distance r, 3 r / 4 R leaves it
  const alphasThatLeave = (0.75 * ALPHA_WAY_G_PER_CM2) / densityGPerMl / radiusCm;
  const uncertainty = Math.hypot(
    ELECTRON_UNCERTAINTY * electronPart,
    PHOTON_UNCERTAINTY * (photonPart + bremsstrahlungPart),
    (ELECTRON_UNCERTAINTY + alphasThatLeave) * alphaPart,
  );
  return { massG, sGyPerBqS, electronPart, bremsstrahlungPart, photonPart, alphaPart, relativeUncertainty: uncertainty / sGyPerBqS };
}
