import { cbrt } from '../numerics/cbrt.js';
import { expm1 } from '../numerics/expm1.js';
import type { Nuclide } from '../nuclides/nuclideData.js';
import type { Kilogram } from '../quantities/quantity.js';

/** Mass attenuation coefficient of water at 50 keV, cm2/g (Hubbell and Seltzer, NISTIR 5632): photons above 50 keV are attenuated less. */
const LARGEST_ATTENUATION_CM2_PER_G = 0.2269;
/** Mean way of a photon from a random point of a ball of radius 1 to its surface; the ball has the longest of all shapes of its volume. */
const MEAN_WAY_OUT = 0.75;

/**
 * The most that a region's own photons can add to its absorbed dose, as a share of electrons, alphas and photons together, 0 to 1 (rule D3).
 *
 * A photon that deposits energy must interact inside the region at least once. For a uniform source the chance of that is at most
 * 1 - exp(-mu 3R/4) (Jensen), R the radius of a ball of unit density and the region's mass. Share = phi E_photon / (E_local + phi E_photon).
 * Photons that come from other regions are not in it.
 */
export function photonBound(nuclide: Nuclide, mass: Kilogram): number {
  const radiusCm = cbrt((3 * mass * 1000) / (4 * Math.PI));
  const absorbed = -expm1(-LARGEST_ATTENUATION_CM2_PER_G * MEAN_WAY_OUT * radiusCm);
  const photon = absorbed * nuclide.photonEnergyPerDecay;
  return photon === 0 ? 0 : photon / (nuclide.electronEnergyPerDecay + nuclide.alphaEnergyPerDecay + photon);
}
