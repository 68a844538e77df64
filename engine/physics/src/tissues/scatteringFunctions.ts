import { AVOGADRO_PER_MOL } from './constants.js';
import { elementsOf } from './elementsOf.js';
import type { Material } from './material.js';

/** How the binding of electrons shapes the scattering of photons in a material. */
export interface ScatteringFunctions {
  /** Momentum transfers sin(theta/2)/lambda in 1/angstrom, ascending from zero. */
  readonly momentumTransfers: readonly number[];
  /** Sum over the atoms of a gram of the form factor squared F^2 (Rayleigh), 1/g. */
  readonly formFactorSquaredPerGram: Float64Array;
  /** Sum over the atoms of a gram of the incoherent scattering function S (Compton), 1/g; at large transfers the electrons in a gram. */
  readonly incoherentPerGram: Float64Array;
}

/**
 * Form factor squared and incoherent scattering function of a material, atoms scattering independently.
 *
 * Source: Hubbell et al., J. Phys. Chem. Ref. Data 4 (1975) 471, through xraylib 4 (data/xraylib4).
 */
export async function scatteringFunctions(material: Material): Promise<ScatteringFunctions> {
  const { INTERACTION_TABLE, MOMENTUM_TRANSFERS } = await import('./generated/interactionTable.js');
  const formFactorSquaredPerGram = new Float64Array(MOMENTUM_TRANSFERS.length);
  const incoherentPerGram = new Float64Array(MOMENTUM_TRANSFERS.length);
  for (const { symbol, massFraction, atomicMass } of elementsOf(material)) {
    const atomsPerGram = (massFraction * AVOGADRO_PER_MOL) / atomicMass;
    const { formFactor, scatteringFunction } = INTERACTION_TABLE[symbol];
    formFactor.forEach((value, index) => {
      formFactorSquaredPerGram[index] = (formFactorSquaredPerGram[index] ?? 0) + atomsPerGram * value * value;
      incoherentPerGram[index] = (incoherentPerGram[index] ?? 0) + atomsPerGram * (scatteringFunction[index] ?? 0);
    });
  }
  return { momentumTransfers: MOMENTUM_TRANSFERS, formFactorSquaredPerGram, incoherentPerGram };
}
