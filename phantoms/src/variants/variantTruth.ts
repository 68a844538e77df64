import { secondsBetween, transformPoint, type Nuclide } from '@graywise/physics';
import { TISSUES } from '../anatomy/tissues.js';
import type { SpectCamera } from '../camera/spectCamera.js';
import { meanWhileCounting } from '../course/activeBodies.js';
import type { TreatedCycle } from '../course/treatedCycle.js';
import { timeIntegratedActivity } from '../kinetics/timeIntegratedActivity.js';

/** What a variant adds to the truth of a cycle, one entry for each place: where it lies at the first visit, what it holds, and its dose by electrons that stay. */
export function variantTruth({ extraSources, administration, visits }: TreatedCycle, camera: SpectCamera, nuclide: Nuclide): object[] {
  return extraSources.map(({ name, tissue, volumeMl, centreLps, kinetics }) => {
    const massG = volumeMl * TISSUES[tissue].densityGPerMl;
    const decays = timeIntegratedActivity(kinetics);
    return {
      name,
      centreLps: transformPoint(visits[0].placement.matrixLps, centreLps),
      volume_mL: volumeMl,
      mass_g: massG,
      timeIntegratedActivity_MBq_h: decays / 3.6e9,
      effectiveHalfLife_h: kinetics.effectiveHalfLifeHours,
      terms: kinetics.terms.map(({ amplitudeBq, ratePerSecond }) => ({
        amplitude_MBq: amplitudeBq / 1e6,
        rate_per_h: ratePerSecond * 3600,
      })),
      meanActivityDuringScans_MBq: visits.map(
        ({ start }) => meanWhileCounting(kinetics, secondsBetween(administration.start, start), camera) / 1e6,
      ),
      absorbedDoseElectronsLocal_Gy: (decays * nuclide.electronEnergyPerDecay) / (massG / 1000),
    };
  });
}
