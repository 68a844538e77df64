import { megaelectronvolt } from '../../quantities/quantity.js';
import type { Volume } from '../../volume/volumeGeometry.js';
import { localDepositionDose } from '../localDepositionDose.js';
import type { DoseRequest } from './doseEngine.js';

/** Dose of alpha particles and recoiling nuclei: they stay in their voxel, whatever the engine. Null for nuclides without. */
export function alphaDose({ spectrum, timeIntegratedBqSPerMl, densityGPerMl }: DoseRequest): Volume<'Gy'> | null {
  if (spectrum.alphaEnergyMev === 0) return null;
  return localDepositionDose({ timeIntegratedBqSPerMl, densityGPerMl, energyPerDecay: megaelectronvolt(spectrum.alphaEnergyMev) });
}

/** What is said of alpha particles in a record; nothing where there are none. */
export function alphaAssumptions({ spectrum }: DoseRequest): string[] {
  if (spectrum.alphaEnergyMev === 0) return [];
  return [
    'Alpha particles and recoiling nuclei deposit all their energy in the voxel they start in; their dose is physical, not weighted by any RBE.',
  ];
}
