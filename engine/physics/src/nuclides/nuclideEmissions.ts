import { GraywiseError } from '../errors/GraywiseError.js';
import type { EmissionRecord } from './emissionRecord.js';

/** Radiation of sharp energy: energies (MeV) in ascending order and, at the same index, how many are emitted per decay. */
export interface Lines {
  readonly energiesMev: readonly number[];
  readonly yields: readonly number[];
}

/** A continuous spectrum, a straight line between its points and zero beyond them: energies (MeV) and emissions per decay and MeV. */
export interface Spectrum {
  readonly energiesMev: readonly number[];
  readonly perMev: readonly number[];
}

/** What one decay of a nuclide emits; the decays of its daughters are not in it. */
export interface NuclideEmissions {
  readonly name: string;
  /** Beta particles of either sign; null when there are none. */
  readonly betaSpectrum: Spectrum | null;
  /** Conversion and Auger electrons. */
  readonly electronLines: Lines;
  /** Gamma rays, X-rays and the annihilation photons of positrons at rest. */
  readonly photonLines: Lines;
  /** Alpha particles and the recoil of the nucleus that emits them. */
  readonly alphaLines: Lines;
}

/**
 * The emissions of a radionuclide, `name` as `findNuclideName` gives it. The table is loaded with the first call.
 *
 * Source: ICRP Publication 107 (Ann. ICRP 38(3), 2008); how the spectra are read is in data/icrp107. Rejects with GW_UNKNOWN_NUCLIDE.
 */
export async function nuclideEmissions(name: string): Promise<NuclideEmissions> {
  const { EMISSION_TABLE } = await import('./generated/emissionTable.js');
  const record = Object.hasOwn(EMISSION_TABLE, name) ? EMISSION_TABLE[name] : undefined;
  if (record === undefined) throw new GraywiseError('GW_UNKNOWN_NUCLIDE', { found: name });
  return {
    name,
    betaSpectrum: spectrum(record),
    electronLines: lines(record.electronLines),
    photonLines: lines(record.photonLines),
    alphaLines: lines(record.alphaLines),
  };
}

function spectrum({ betaEndpoint, beta }: EmissionRecord): Spectrum | null {
  if (betaEndpoint === undefined || beta === undefined) return null;
  return { energiesMev: beta.map((_unused, step) => (betaEndpoint * step) / (beta.length - 1)), perMev: beta };
}

function lines(pairs: readonly number[] = []): Lines {
  return { energiesMev: pairs.filter((_unused, index) => index % 2 === 0), yields: pairs.filter((_unused, index) => index % 2 === 1) };
}
