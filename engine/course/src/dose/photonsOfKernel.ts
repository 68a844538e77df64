import type { CurvedCycle, RegionCurve } from '../model/cycle.js';

/** How far the kernel of soft tissue may be off in what photons leave (relative; suggested, the centre must confirm): in soft tissue, and in bone, whose calcium takes more. */
const IN_SOFT_TISSUE = 0.1;
const IN_BONE = 0.3;
/** Denser than this a region is bone, spongy bone too (g/mL). */
const BONE_G_PER_ML = 1.1;

/**
 * Relative standard uncertainty of a region's dose by the kernel of soft tissue for what photons are in it (rule D14). Their share of the `energy` (J) that the region
 * absorbed is what is more than its own decays gave to electrons and alpha particles: much where the region holds little activity itself, as red marrow does.
 *
 * In the digital patient photons make a quarter of the dose of red marrow, of which the kernel misses a quarter (docs/validation/dose-step.md).
 */
export function photonsOfKernel({ nuclide }: CurvedCycle, { timeIntegratedActivity, mass, volume }: RegionCurve, energy: number): number {
  if (!(energy > 0)) return 0;
  const charged = timeIntegratedActivity.value * (nuclide.electronEnergyPerDecay + nuclide.alphaEnergyPerDecay);
  const share = Math.min(1, Math.max(0, 1 - charged / energy));
  const densityGPerMl = volume.value > 0 ? (1000 * mass.value) / volume.value : 0;
  return share * (densityGPerMl > BONE_G_PER_ML ? IN_BONE : IN_SOFT_TISSUE);
}
