import { exp } from '../../numerics/exp.js';
import { log } from '../../numerics/log.js';

/** Absorbed shares of sharp energies over distances in units of a length of the energy: the common form of both tables. */
export interface ScaledShares {
  readonly energiesMev: readonly number[];
  /** The length of each energy, g/cm2: range of electrons, mean free path of photons. */
  readonly lengthsGPerCm2: readonly number[];
  readonly scaledRadii: readonly number[];
  readonly shares: readonly (readonly number[])[];
}

/** Where an energy lies in a table: `fraction` of the way from entry `index` to the next, in log E. Held between 0 and 1. */
export interface EnergyPlace {
  readonly index: number;
  readonly fraction: number;
}

export function placeOfEnergy(energiesMev: readonly number[], energyMev: number): EnergyPlace {
  const fraction = logFraction(energiesMev, energyMev);
  const index = Math.min(Math.max(Math.floor(fraction), 0), energiesMev.length - 2);
  return { index, fraction: Math.min(Math.max(fraction - index, 0), 1) };
}

/**
 * Adds to `absorbedMev[i]` what an emission of `energyMev`, `emittedMev` of energy in all, leaves within `radiiGPerCm2[i]` (ascending).
 *
 * At equal scaled radius linear in log E, between radii linear; the length follows a power law between entries and beyond the ends.
 */
export function addAbsorbed(
  table: ScaledShares,
  energyMev: number,
  emittedMev: number,
  radiiGPerCm2: Float64Array,
  absorbedMev: Float64Array,
): void {
  const { index, fraction } = placeOfEnergy(table.energiesMev, energyMev);
  const length = lengthAt(table, energyMev);
  const low = table.shares[index] ?? [];
  const high = table.shares[index + 1] ?? low;
  const last = table.scaledRadii.length - 1;
  let upper = 1;
  for (let i = 0; i < radiiGPerCm2.length; i++) {
    const scaled = (radiiGPerCm2[i] ?? 0) / length;
    while (upper < last && (table.scaledRadii[upper] ?? 0) < scaled) upper += 1;
    const [from, to] = [table.scaledRadii[upper - 1] ?? 0, table.scaledRadii[upper] ?? 0];
    const between = Math.min((scaled - from) / (to - from), 1);
    const shareOf = (row: readonly number[]): number => (row[upper - 1] ?? 0) + between * ((row[upper] ?? 0) - (row[upper - 1] ?? 0));
    absorbedMev[i] = (absorbedMev[i] ?? 0) + emittedMev * (shareOf(low) + fraction * (shareOf(high) - shareOf(low)));
  }
}

function lengthAt({ energiesMev, lengthsGPerCm2 }: ScaledShares, energyMev: number): number {
  const fraction = logFraction(energiesMev, energyMev);
  const index = Math.min(Math.max(Math.floor(fraction), 0), energiesMev.length - 2);
  const [low, high] = [lengthsGPerCm2[index] ?? 1, lengthsGPerCm2[index + 1] ?? 1];
  return low * exp((fraction - index) * log(high / low));
}

/** Position of an energy among the entries, whole at an entry; beyond the ends it goes on as between the two entries there. */
function logFraction(energiesMev: readonly number[], energyMev: number): number {
  let upper = 1;
  while (upper < energiesMev.length - 1 && (energiesMev[upper] ?? 0) < energyMev) upper += 1;
  const [low, high] = [energiesMev[upper - 1] ?? 1, energiesMev[upper] ?? 1];
  return upper - 1 + log(energyMev / low) / log(high / low);
}
