import { GraywiseError } from '../errors/GraywiseError.js';
import { joule, second, type Joule, type Second } from '../quantities/quantity.js';
import { NUCLIDE_TABLE } from './generated/nuclideTable.js';
import type { NuclideDaughter, NuclideRecord, RadiationKind } from './nuclideRecord.js';

/** A radionuclide and the mean energies it emits in one decay of its own; decays of its daughters are not in them. */
export interface Nuclide {
  /** Symbol and mass number, 'Lu-177', 'Tc-99m'. */
  readonly name: string;
  readonly halfLife: Second;
  /** Beta particles of either sign, conversion and Auger electrons. */
  readonly electronEnergyPerDecay: Joule;
  /** Gamma rays, X-rays and annihilation photons. */
  readonly photonEnergyPerDecay: Joule;
  /** Alpha particles and the recoil of the nucleus that emits them. */
  readonly alphaEnergyPerDecay: Joule;
  readonly daughters: readonly NuclideDaughter[];
}

const JOULE_PER_MEV = 1.602176634e-13; // exact since the SI of 2019

/**
 * The decay data of a radionuclide. `name` as `findNuclideName` gives it.
 *
 * Source: ICRP Publication 107 (Ann. ICRP 38(3), 2008), reduced to the 69 nuclides in data/icrp107. Throws GW_UNKNOWN_NUCLIDE.
 */
export function nuclideData(name: string): Nuclide {
  const record = Object.hasOwn(NUCLIDE_TABLE, name) ? NUCLIDE_TABLE[name] : undefined;
  if (record === undefined) throw new GraywiseError('GW_UNKNOWN_NUCLIDE', { found: name });
  return {
    name,
    halfLife: second(record.halfLifeSeconds),
    electronEnergyPerDecay: energy(record, ['betaMinus', 'betaPlus', 'conversionElectron', 'auger']),
    photonEnergyPerDecay: energy(record, ['gamma', 'xray', 'annihilation']),
    alphaEnergyPerDecay: energy(record, ['alpha', 'alphaRecoil']),
    daughters: record.daughters,
  };
}

function energy(record: NuclideRecord, kinds: readonly RadiationKind[]): Joule {
  return joule(kinds.reduce((sum, kind) => sum + (record.meanEnergyMev[kind] ?? 0), 0) * JOULE_PER_MEV);
}
