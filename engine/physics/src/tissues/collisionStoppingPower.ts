import { log } from '../numerics/log.js';
import { ELECTRON_REST_ENERGY_MEV } from './constants.js';
import { densityEffect } from './densityEffect.js';
import { electronsPerMass } from './electronsPerMass.js';
import type { ElementInteractions } from './elementInteractions.js';
import { elementsOf } from './elementsOf.js';
import type { ElementSymbol, Material } from './material.js';
import { meanExcitationEnergy } from './meanExcitationEnergy.js';

/** 2 pi r_e^2 m_e c^2 N_A, MeV cm2/mol. */
const BETHE_CONSTANT = 0.1535375;
/** The plasma energy of a mole of electrons per mL, eV. */
const MOLAR_PLASMA_ENERGY_EV = 28.816;

/**
 * The collision stopping power of a material (MeV cm2/g) as a function of the electron's kinetic energy (MeV).
 *
 * S / rho = 2 pi r_e^2 m c^2 N_A (Z/A) / beta^2 [2 ln(tau / (I/mc^2)) + ln(1 + tau/2) + F(tau) - delta], ICRU Report 37 (1984), section 2.2, with the mean
 * excitation energy I of the material and the density effect of an insulator made of the shells of its atoms.
 */
export function collisionStoppingPower(
  material: Material,
  interactions: Readonly<Record<ElementSymbol, Pick<ElementInteractions, 'shells'>>>,
): (energyMev: number) => number {
  const density = material.densityWithoutAirGPerMl ?? material.densityGPerMl;
  const excitationEv = meanExcitationEnergy(material);
  const allElectrons = electronsPerMass(material);
  const bound = elementsOf(material).flatMap(({ symbol, massFraction, atomicMass }) =>
    interactions[symbol].shells.map(([bindingEv, electrons]) => ({
      share: (massFraction * electrons) / atomicMass / allElectrons,
      bindingEv,
    })),
  );
  const delta = densityEffect(bound, excitationEv, MOLAR_PLASMA_ENERGY_EV * Math.sqrt(density * allElectrons));
  const reducedExcitation = (excitationEv * 1e-6) / ELECTRON_REST_ENERGY_MEV;
  return energyMev => {
    const tau = energyMev / ELECTRON_REST_ENERGY_MEV;
    const betaSquared = (tau * (tau + 2)) / (tau + 1) ** 2;
    const exchange = 1 - betaSquared + ((tau * tau) / 8 - (2 * tau + 1) * Math.LN2) / (tau + 1) ** 2;
    const bracket = 2 * log(tau / reducedExcitation) + log(1 + tau / 2) + exchange - delta(energyMev);
    return ((BETHE_CONSTANT * allElectrons) / betaSquared) * bracket;
  };
}
