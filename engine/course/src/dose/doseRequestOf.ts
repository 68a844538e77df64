import { defaultChainAssumption, sourceSpectrum, timeIntegratedMap, type DoseRequest } from '@graywise/physics';
import type { CurvedCycle, RegionCurve } from '../model/cycle.js';
import { ofScansInUse } from '../stages/ofScansInUse.js';
import { surroundings } from './surroundings.js';

/**
 * What a dose engine needs of a cycle. The map of time-integrated activity takes its pattern from the scans and its size from the fits: over a region
 * its decays are those of the region's own curve, corrected for partial volume; around the regions the spill that went back to them is taken out. It covers every voxel of the body, so that activity outside all regions sends photons too.
 * `ownIntegrals`: the pattern inside regions by each voxel's own curve, Bq s/mL.
 */
export async function doseRequestOf(cycle: CurvedCycle, ownIntegrals: Float32Array | null = null): Promise<DoseRequest> {
  const regions = byRisingPriority(cycle.curves);
  return {
    spectrum: await sourceSpectrum(cycle.nuclide.name, defaultChainAssumption(cycle.nuclide.name)),
    timeIntegratedBqSPerMl: timeIntegratedMap({
      concentrations: ofScansInUse(cycle, cycle.carried),
      afterAdministration: ofScansInUse(cycle, cycle.scans).map(({ afterAdministration }) => afterAdministration),
      physicalHalfLife: cycle.nuclide.halfLife,
      regions: [
        ...surroundings(cycle),
        ...regions.map(({ mask, timeIntegratedActivity, effectiveHalfLife }) => ({
          mask: mask.mask,
          timeIntegratedActivity: timeIntegratedActivity.value,
          effectiveHalfLife: effectiveHalfLife.value,
          ...(ownIntegrals && { voxelIntegrals: ownIntegrals }),
        })),
      ],
    }),
    densityGPerMl: cycle.density,
    materials: cycle.materials,
    regions: regions.map(({ name, mask, timeIntegratedActivity, mass }) => ({
      name,
      label: mask.label,
      mask: mask.mask,
      timeIntegratedActivity: timeIntegratedActivity.value,
      mass: mass.value,
    })),
    organModel: cycle.patient.sex === 'F' ? 'adult-female' : 'adult-male',
  };
}

/** Regions that are no union, larger ones first: a lesion inside an organ keeps its own dose. */
function byRisingPriority(curves: readonly RegionCurve[]): RegionCurve[] {
  return curves.filter(({ parts }) => parts.length === 0).sort((a, b) => b.volume.value - a.volume.value);
}
