/** The ways to an absorbed dose, as the command line and the records name them. */
export const DOSE_ENGINES = ['localDeposition', 'voxelKernel', 'monteCarlo', 'organSValue', 'sphere'] as const;

export type DoseEngineName = (typeof DOSE_ENGINES)[number];

/** How people call them. */
export const DOSE_ENGINE_TITLES: Readonly<Record<DoseEngineName, string>> = {
  localDeposition: 'Local deposition',
  voxelKernel: 'Voxel kernel',
  monteCarlo: 'Monte Carlo',
  organSValue: 'Organ S-values',
  sphere: 'Spheres',
};

/** Standard uncertainty of a dose engine's model, relative to the dose, and what it stands for, in words. */
export interface ModelUncertainty {
  readonly relative: number;
  readonly reason: string;
}

/** How the absorbed dose of a cycle was computed, as its record keeps it. */
export interface DoseMethod {
  readonly engine: DoseEngineName;
  readonly chosenBy: 'rule' | 'person';
  /** Why this engine, one sentence; a person's own words when a person chose. */
  readonly reason: string;
  /** What the engine takes for true, a sentence each. */
  readonly assumptions: readonly string[];
  readonly modelUncertainty: ModelUncertainty;
}
