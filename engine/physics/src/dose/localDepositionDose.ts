import { GraywiseError } from '../errors/GraywiseError.js';
import type { Nuclide } from '../nuclides/nuclideData.js';
import { geometriesEqual } from '../volume/geometriesEqual.js';
import type { Volume } from '../volume/volumeGeometry.js';

/** Thinner than this is gas: electrons leave it, so local deposition says nothing there (rule D2). Inflated lung is 0.26 g/mL. */
const GAS_G_PER_ML = 0.1;

export interface LocalDepositionInput {
  readonly timeIntegratedBqSPerMl: Volume<'Bq s/mL'>;
  readonly densityGPerMl: Volume<'g/mL'>;
  readonly nuclide: Nuclide;
}

/**
 * Absorbed dose by local deposition, Gy: all electron and alpha energy of a voxel stays in it, D = A~ E / rho (rules D1 and D2). Photons are left out;
 * `photonBound` says how much that can be. Voxels of gas (below 0.1 g/mL) get 0 Gy.
 *
 * Source: MIRD pamphlet 17 (Bolch 1999, J Nucl Med 40, 11S) with the voxel self-dose of non-penetrating radiation set to full absorption.
 * Throws GW_GEOMETRY when activity and density are on different grids.
 */
export function localDepositionDose({ timeIntegratedBqSPerMl, densityGPerMl, nuclide }: LocalDepositionInput): Volume<'Gy'> {
  const { geometry } = timeIntegratedBqSPerMl;
  if (!geometriesEqual(geometry, densityGPerMl.geometry))
    throw new GraywiseError('GW_GEOMETRY', { where: 'activity and density', found: 'different grids' });
  // 1000 g in a kg
  const jouleGramPerKilogram = (nuclide.electronEnergyPerDecay + nuclide.alphaEnergyPerDecay) * 1000;
  const doseGy = new Float32Array(timeIntegratedBqSPerMl.data.length);
  for (let index = 0; index < doseGy.length; index++) {
    const density = densityGPerMl.data[index] ?? 0;
    if (density >= GAS_G_PER_ML) doseGy[index] = ((timeIntegratedBqSPerMl.data[index] ?? 0) * jouleGramPerKilogram) / density;
  }
  return { geometry, unit: 'Gy', data: doseGy };
}
