import type { DoseEngineName } from '@graywise/physics';

/** The equation of a dose and where it is published. */
export interface DoseEquation {
  readonly equation: string;
  readonly source: string;
}

const MIRD_21 = 'MIRD Pamphlet 21: Bolch WE et al., J Nucl Med 50 (2009) 477.';

const EQUATIONS: Readonly<Record<DoseEngineName, DoseEquation>> = {
  localDeposition: { equation: 'D = Ã · E / m, with E the energy of electrons and alpha particles per decay', source: MIRD_21 },
  voxelKernel: {
    equation: 'D = Σ E(voxel) / m over the voxels of the region; each voxel gets E = Σ Ã(source) · K(distance)',
    source: 'MIRD Pamphlet 17: Bolch WE et al., J Nucl Med 40 (1999) 11S.',
  },
  monteCarlo: {
    equation: 'D = Σ E(voxel) / m over the voxels of the region; E counts the energy that sampled particles leave in the voxel',
    source: 'Ljungberg M, Sjögreen Gleisner K, IEEE Trans Radiat Plasma Med Sci 2 (2018) 527.',
  },
  organSValue: { equation: 'D(target) = Σ Ã(source) · S(target ← source), for the masses of the patient', source: MIRD_21 },
  sphere: {
    equation: 'D = Ã · S of a sphere of the mass of the region',
    source: 'Stabin MG, Konijnenberg MW, J Nucl Med 41 (2000) 149.',
  },
};

/** How an engine makes the dose of a region. */
export function doseEquation(engine: DoseEngineName): DoseEquation {
  return EQUATIONS[engine];
}
