import { GraywiseError } from '../../errors/GraywiseError.js';
import { exp } from '../../numerics/exp.js';
import { log } from '../../numerics/log.js';
import type { Organ } from './findOrgan.js';
import type { OrganModel } from './organRecord.js';

/** Specific absorbed fractions (1/kg) of mono-energetic photons: one for each of the energies, by model, source and target. */
export interface PhotonFractionTable {
  readonly energiesMev: readonly number[];
  readonly perKg: Readonly<Record<OrganModel, Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>>>;
}

export interface OrganPair {
  readonly source: Organ;
  readonly target: Organ;
  readonly model: OrganModel;
}

/** The photon fractions of a pair of organs and how they were come by. */
export interface PhotonFraction {
  /** Specific absorbed fraction at a photon energy, 1/kg. */
  readonly perKg: (energyMev: number) => number;
  readonly assumptions: readonly string[];
  /** The fractions are those of the other sex. */
  readonly borrowed: boolean;
}

/**
 * Photon specific absorbed fractions of a pair of organs with the masses that the pair carries.
 *
 * Cristy and Eckerman, ORNL/TM-8381 (1987). Where the report's table has the pair the other way round only, reciprocity gives it (Loevinger and Berman, MIRD
 * Pamphlet 1): the specific fraction is the same. What the female's table lacks is taken from the male's. The photon self-dose of an organ goes with
 * mass^(-2/3) (Snyder, 1970), and so does every dose to or from the whole body, which contains the other organ; other cross-doses keep their value.
 * Between energies a power law, beyond the table its last value. Throws GW_ORGAN_PAIR.
 */
export function photonFraction(table: PhotonFractionTable, pair: OrganPair): PhotonFraction {
  const ownOrBorrowed = pair.model === 'adult-male' ? ([pair.model] as const) : ([pair.model, 'adult-male'] as const);
  for (const phantom of ownOrBorrowed) {
    const direct = table.perKg[phantom][pair.source.name]?.[pair.target.name];
    const values = direct ?? table.perKg[phantom][pair.target.name]?.[pair.source.name];
    if (values === undefined) continue;
    const borrowed = phantom !== pair.model;
    const scale = massScale(pair, phantom);
    return {
      perKg: energyMev => scale * interpolated(table.energiesMev, values, energyMev),
      borrowed,
      assumptions: [
        ...(direct === undefined ? ['Photon fractions by reciprocity from the pair the other way round.'] : []),
        ...(borrowed ? ['Photon fractions of the adult male: the table of the adult female lacks the pair.'] : []),
      ],
    };
  }
  throw new GraywiseError('GW_ORGAN_PAIR', { source: pair.source.name, target: pair.target.name, model: pair.model });
}

function massScale({ source, target }: OrganPair, phantom: OrganModel): number {
  const scaled = target.name === source.name || target.name === 'whole-body' ? target : source.name === 'whole-body' ? source : null;
  const phantomG = scaled?.phantomG?.[phantom];
  return scaled === null || phantomG === undefined ? 1 : exp((2 / 3) * log(phantomG / scaled.massG));
}

function interpolated(energiesMev: readonly number[], values: readonly number[], energyMev: number): number {
  const above = energiesMev.findIndex(energy => energy >= energyMev);
  if (above === 0) return values[0] ?? 0;
  if (above < 0) return values.at(-1) ?? 0;
  const [lowEnergy, highEnergy] = [energiesMev[above - 1] ?? 0, energiesMev[above] ?? 0];
  const [low, high] = [values[above - 1] ?? 0, values[above] ?? 0];
  // Towards low energies the fraction of a distant organ vanishes in the table: there is no power law to zero.
  if (low === 0 || high === 0) return low + ((high - low) * (energyMev - lowEnergy)) / (highEnergy - lowEnergy);
  return low * exp((log(high / low) * log(energyMev / lowEnergy)) / log(highEnergy / lowEnergy));
}
