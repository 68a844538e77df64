/**
 * One radionuclide as the decay table has it: mean energies emitted per decay by kind of radiation (MeV; a kind that is not emitted is left out),
 * and what it decays to. A daughter that the table lacks is stable or far too long-lived to matter.
 */
export interface NuclideRecord {
  readonly halfLifeSeconds: number;
  readonly decayModes: string;
  readonly daughters: readonly NuclideDaughter[];
  readonly meanEnergyMev: Readonly<Partial<Record<RadiationKind, number>>>;
}

/** Branching: decays to this daughter per decay of the parent. */
export interface NuclideDaughter {
  readonly name: string;
  readonly branching: number;
}

export type RadiationKind =
  'betaMinus' | 'betaPlus' | 'conversionElectron' | 'auger' | 'alpha' | 'alphaRecoil' | 'gamma' | 'xray' | 'annihilation';
