import type { DoseEngineName } from '@graywise/physics';

const TITLES: Readonly<Record<DoseEngineName, string>> = {
  localDeposition: 'Local deposition',
  voxelKernel: 'Voxel kernel',
  monteCarlo: 'Monte Carlo',
  organSValue: 'Organ S-values',
  sphere: 'Spheres',
};

/** What people call a dose engine. */
export function doseEngineTitle(engine: DoseEngineName): string {
  return TITLES[engine];
}
