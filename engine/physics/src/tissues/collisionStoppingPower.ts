import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import { ELECTRON_REST_ENERGY_MEV } from './constants.js';
import { elementsOf } from './elementsOf.js';
import type { Material } from './material.js';
import { referenceMaterial } from './referenceMaterial.js';

/** 2 pi r_e^2 m_e c^2 N_A, MeV cm2/mol. */
const BETHE_CONSTANT = 0.1535375;

/**
 * The collision stopping power of a material (MeV cm2/g) as a function of the electron's kinetic energy (MeV).
 *
 * S / rho = 2 pi r_e^2 m c^2 N_A (Z/A) / beta^2 [ln(T/I)^2 + ln(1 + tau/2) + F(tau) - delta], ICRU Report 37, equations 2.7 and 2.8.
 *
 * The mean excitation energy I of a compound is the mean of the logarithms of those of its elements, weighted by their electrons (Bragg; element values of
 * ICRU 37 table 2.11). The density effect of condensed matter depends on the plasma energy and I through C = 2 ln(I / h nu_p) + 1 alone at high energies;
 * it is that of water at the momentum at which water is as far on its way to its own C: delta(X) = delta_water(X - (C - C_water) / (2 ln 10)), X = log10(p/mc).
 */
export function collisionStoppingPower(
  material: Material,
  waterEnergiesMev: readonly number[],
  waterDensityEffect: readonly number[],
): (energyMev: number) => number {
  const { electronsPerMass, excitationEv } = electronsOf(material);
  const momentumScale = exp((asymptoticConstant(material) - asymptoticConstant(referenceMaterial('water'))) / -2);
  const waterMomentumLogs = waterEnergiesMev.map(energy => log(momentum(energy)));
  const excitation = (excitationEv * 1e-6) / ELECTRON_REST_ENERGY_MEV;
  return energyMev => {
    const tau = energyMev / ELECTRON_REST_ENERGY_MEV;
    const betaSquared = (tau * (tau + 2)) / (tau + 1) ** 2;
    const densityEffect = interpolate(waterMomentumLogs, waterDensityEffect, log(momentum(energyMev) * momentumScale));
    const spin = 1 - betaSquared + ((tau * tau) / 8 - (2 * tau + 1) * Math.LN2) / (tau + 1) ** 2;
    const bracket = log((tau / excitation) ** 2) + log(1 + tau / 2) + spin - densityEffect;
    return ((BETHE_CONSTANT * electronsPerMass) / betaSquared) * bracket;
  };
}

/** Electrons per mass (Z/A, mol/g) and mean excitation energy (eV). */
function electronsOf(material: Material): { readonly electronsPerMass: number; readonly excitationEv: number } {
  let electronsPerMass = 0;
  let sum = 0;
  for (const { massFraction, z, atomicMass, meanExcitationEnergyEv } of elementsOf(material)) {
    const share = (massFraction * z) / atomicMass;
    electronsPerMass += share;
    sum += share * log(meanExcitationEnergyEv);
  }
  return { electronsPerMass, excitationEv: material.meanExcitationEnergyEv ?? exp(sum / electronsPerMass) };
}

/** 2 ln(I / h nu_p) + 1; the plasma energy is 28.816 eV times the root of electrons per mass times density (g/mL), ICRU 37 equation 2.20. */
function asymptoticConstant(material: Material): number {
  const { electronsPerMass, excitationEv } = electronsOf(material);
  const plasmaEv = 28.816 * Math.sqrt((material.densityWithoutAirGPerMl ?? material.densityGPerMl) * electronsPerMass);
  return 2 * log(excitationEv / plasmaEv) + 1;
}

/** p / mc of an electron. */
function momentum(energyMev: number): number {
  const tau = energyMev / ELECTRON_REST_ENERGY_MEV;
  return Math.sqrt(tau * (tau + 2));
}

/** Linear, constant below the table and along its last step beyond it. */
function interpolate(x: readonly number[], y: readonly number[], place: number): number {
  const above = x.findIndex(value => value > place);
  if (above === 0) return y[0] ?? NaN;
  const high = above < 0 ? x.length - 1 : above;
  const [x0 = NaN, x1 = NaN, y0 = NaN, y1 = NaN] = [x[high - 1], x[high], y[high - 1], y[high]];
  return y0 + ((place - x0) / (x1 - x0)) * (y1 - y0);
}
