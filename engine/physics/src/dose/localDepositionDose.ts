import { GraywiseError } from '../errors/GraywiseError.js';
import type { Joule } from '../quantities/quantity.js';
import { geometriesEqual } from '../volume/geometriesEqual.js';
import type { Volume } from '../volume/volumeGeometry.js';

/** Thinner than this is gas: electrons leave it, so local deposition says nothing there (rule D2). Inflated lung is 0.26 g/mL. */
export const GAS_G_PER_ML = 0.1;

export interface LocalDepositionInput {
  readonly timeIntegratedBqSPerMl: Volume<'Bq s/mL'>;
  readonly densityGPerMl: Volume<'g/mL'>;
  /** What stays in the voxel of every decay. */
  readonly energyPerDecay: Joule;
}

/**
 * Absorbed dose by local deposition, Gy: all of an energy per decay stays in the voxel, D = A~ E / rho (rules D1 and D2). Voxels of gas (below
 * 0.1 g/mL) get 0 Gy.
 *
 * Source: MIRD pamphlet 17 (Bolch 1999, J Nucl Med 40, 11S) with the voxel self-dose of non-penetrating radiation set to full absorption.
 * Throws GW_GEOMETRY when activity and density are on different grids.
 */
export function localDepositionDose({ timeIntegratedBqSPerMl, densityGPerMl, energyPerDecay }: LocalDepositionInput): Volume<'Gy'> {
  const { geometry } = timeIntegratedBqSPerMl;
  if (!geometriesEqual(geometry, densityGPerMl.geometry))
    throw new GraywiseError('GW_GEOMETRY', { where: 'activity and density', found: 'different grids' });
  const jouleGramPerKilogram = energyPerDecay * 1000; // 1000 g in a kg
  const doseGy = new Float32Array(timeIntegratedBqSPerMl.data.length);
  for (let index = 0; index < doseGy.length; index++) {
    const density = densityGPerMl.data[index] ?? 0;
    if (density >= GAS_G_PER_ML) doseGy[index] = ((timeIntegratedBqSPerMl.data[index] ?? 0) * jouleGramPerKilogram) / density;
  }
  return { geometry, unit: 'Gy', data: doseGy };
}
