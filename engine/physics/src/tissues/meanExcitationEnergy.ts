import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import { electronsPerMass } from './electronsPerMass.js';
import { elementsOf } from './elementsOf.js';
import type { Material } from './material.js';

/**
 * The mean excitation energy of a material for electrons, eV: that of the substance where the material has one, else by Bragg's rule, the mean of the
 * logarithms of those of its elements in compounds, weighted by their electrons. Source: ICRU Report 37 (1984), section 2.2.
 */
export function meanExcitationEnergy(material: Material): number {
  if (material.meanExcitationEnergyEv !== undefined) return material.meanExcitationEnergyEv;
  const sum = elementsOf(material).reduce(
    (total, { massFraction, z, atomicMass, meanExcitationEnergyEv }) =>
      total + ((massFraction * z) / atomicMass) * log(meanExcitationEnergyEv),
    0,
  );
  return exp(sum / electronsPerMass(material));
}
