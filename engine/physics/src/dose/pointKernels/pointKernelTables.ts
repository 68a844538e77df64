/** The media that point kernels exist for; names of `referenceMaterial`. */
export type KernelMedium = 'water' | 'soft-tissue' | 'bone' | 'lung';

/** Mono-energetic electrons from a point of one medium. README.md in this folder says how every column is meant. */
export interface ElectronPointKernelTable {
  readonly energiesMev: readonly number[];
  readonly csdaRangesGPerCm2: readonly number[];
  /** Distances as shares of the range. */
  readonly scaledRadii: readonly number[];
  /** By energy, then radius: share of the emitted energy that collisions leave within the radius. */
  readonly absorbedShares: readonly (readonly number[])[];
  readonly photonEnergiesMev: readonly number[];
  /** By energy, then photon energy: share of the emitted energy that is radiated as such photons. */
  readonly bremsstrahlungShares: readonly (readonly number[])[];
}

/** Mono-energetic photons from a point of one medium. README.md in this folder says how every column is meant. */
export interface PhotonPointKernelTable {
  readonly energiesMev: readonly number[];
  readonly attenuationsCm2PerG: readonly number[];
  /** Distances in mean free paths of the primary photon. */
  readonly scaledRadii: readonly number[];
  /** By energy, then radius: share of the emitted energy that is absorbed within the radius. */
  readonly absorbedShares: readonly (readonly number[])[];
}

/** Both tables of one medium. */
export interface PointKernelTables {
  readonly medium: KernelMedium;
  readonly electrons: ElectronPointKernelTable;
  readonly photons: PhotonPointKernelTable;
}
