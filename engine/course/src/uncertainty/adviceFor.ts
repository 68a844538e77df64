import {
  GraywiseError,
  modelUncertainty,
  outlineUncertainty,
  relativeUncertainty,
  TRANSPORTED_PHOTON_UNCERTAINTY,
  uncertaintyAdvice,
  type AdviceInput,
  type UncertaintyAdvice,
} from '@graywise/physics';
import type { CycleResults, DosedCycle, RegionDose } from '../model/cycle.js';
import { refitOf } from './refitOf.js';

/** What would reduce the uncertainty of a region's dose, the largest gain first (rule U3). Throws GW_USAGE before the step `dose`, GW_REGION_UNKNOWN. */
export function adviceFor({ dose: dosed }: CycleResults, name: string): UncertaintyAdvice[] {
  if (!dosed) throw new GraywiseError('GW_USAGE', { expected: 'the step dose before advice on its uncertainty', found: 'none' });
  const region = dosed.doses.find(found => found.name === name);
  if (!region) throw new GraywiseError('GW_REGION_UNKNOWN', { expected: name, found: dosed.doses.map(other => other.name).join(', ') });
  const parts = region.parts.length > 0 ? dosed.doses.filter(part => region.parts.includes(part.name)) : [region];
  return uncertaintyAdvice({
    dose: region.absorbedDose,
    timeIntegratedActivity: region.timeIntegratedActivity,
    curves: parts.map(part => {
      const refit = refitOf(dosed, part);
      return {
        points: part.curve,
        fit: part.fit,
        timeIntegratedActivity: part.timeIntegratedActivity,
        refit: points => refit(points)?.timeIntegratedActivity ?? null,
      };
    }),
    ctOutlineRatio: ctOutlineRatio(dosed, region),
    engine: engineOf(dosed),
    outlineKeys: parts.map(part => `volume:${String(dosed.cycle)}:${part.name}`),
    resolution: dosed.resolution && { basis: dosed.resolution.basis, relativeUncertainty: relativeUncertainty(dosed.resolution.fwhm) },
  });
}

function engineOf({ doseMethod, nuclide }: DosedCycle): AdviceInput['engine'] {
  if (doseMethod.engine === 'monteCarlo') return null;
  const energies = {
    photonEnergyMev: nuclide.photonEnergyPerDecay,
    electronEnergyMev: nuclide.electronEnergyPerDecay,
    alphaEnergyMev: nuclide.alphaEnergyPerDecay,
  };
  const { relative } = modelUncertainty(energies, { photonUncertainty: TRANSPORTED_PHOTON_UNCERTAINTY, reason: '' });
  return { key: `dose engine:${doseMethod.engine}`, relativeByMonteCarlo: relative };
}

function ctOutlineRatio({ referenceCt }: DosedCycle, { outlinedOn, volume }: RegionDose): number | null {
  if (outlinedOn === 'CT' || !referenceCt) return null;
  const ratio = outlineUncertainty(volume.value, referenceCt.geometry, null) / relativeUncertainty(volume);
  return ratio < 1 ? ratio : null;
}
