import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import { ELECTRON_REST_ENERGY_MEV } from './constants.js';
import { densityEffect, type BoundElectrons } from './densityEffect.js';
import { elementsOf } from './elementsOf.js';
import type { ElementInteractions } from './elementInteractions.js';
import type { ElementSymbol, Material } from './material.js';

/** 2 pi r_e^2 m_e c^2 N_A, MeV cm2/mol. */
const BETHE_CONSTANT = 0.1535375;

/**
 * The collision stopping power of a material (MeV cm2/g) as a function of the electron's kinetic energy (MeV).
 *
 * S / rho = 2 pi r_e^2 m c^2 N_A (Z/A) / beta^2 [ln(tau / (I/mc^2))^2 + ln(1 + tau/2) + F(tau) - delta], ICRU Report 37 (1984), section 2.2.
 * The mean excitation energy I, where the material has none of its own, is that of its elements in compounds: the mean of the logarithms weighted by
 * electrons (Bragg's rule, same report). The density effect is that of an insulator (`densityEffect`).
 */
export function collisionStoppingPower(
  material: Material,
  shells: Readonly<Record<ElementSymbol, Pick<ElementInteractions, 'shells'>>>,
): (energyMev: number) => number {
  const elements = elementsOf(material).map(element => ({
    ...element,
    electrons: (element.massFraction * element.z) / element.atomicMass,
  }));
  const electronsPerMass = elements.reduce((sum, { electrons }) => sum + electrons, 0);
  const meanLog = elements.reduce((sum, element) => sum + element.electrons * log(element.meanExcitationEnergyEv), 0) / electronsPerMass;
  const excitationEv = material.meanExcitationEnergyEv ?? exp(meanLog);
  // The plasma energy of one mole of electrons per mL is 28.816 eV.
  const plasmaEv = 28.816 * Math.sqrt((material.densityWithoutAirGPerMl ?? material.densityGPerMl) * electronsPerMass);
  const bound: BoundElectrons[] = elements.flatMap(({ symbol, massFraction, atomicMass }) =>
    shells[symbol].shells.map(([bindingEv, electrons]) => ({
      share: (massFraction * electrons) / atomicMass / electronsPerMass,
      bindingEv,
    })),
  );
  const delta = densityEffect(bound, excitationEv, plasmaEv);
  return energyMev => {
    const tau = energyMev / ELECTRON_REST_ENERGY_MEV;
    const betaSquared = (tau * (tau + 2)) / (tau + 1) ** 2;
    const reducedExcitation = (excitationEv * 1e-6) / ELECTRON_REST_ENERGY_MEV;
    const spin = 1 - betaSquared + ((tau * tau) / 8 - (2 * tau + 1) * Math.LN2) / (tau + 1) ** 2;
    const bracket = 2 * log(tau / reducedExcitation) + log(1 + tau / 2) + spin - delta(energyMev);
    return ((BETHE_CONSTANT * electronsPerMass) / betaSquared) * bracket;
  };
}
