import { storableDose } from '@graywise/dicom';
import { doseVolumeHistogram, localDepositionDose, regionAbsorbedDose, timeIntegratedMap, warning, photonBound } from '@graywise/physics';
import type { CurvedCycle, DosedCycle, RegionCurve, RegionDose } from '../model/cycle.js';
import { report, type StageTools } from './stageTools.js';

/**
 * Bq s -> Gy. The map takes its pattern from the scans and its size from the fits: over a region its energy is that of the region's own curve. A
 * region's absorbed dose is that energy over its mass; the mean of its histogram weighs voxels by volume and so differs where the density varies.
 * Electrons deposit where they start, photons are left out and bounded.
 */
export function absorbedDose(curved: CurvedCycle, tools: StageTools): DosedCycle {
  report(tools, 'dose', 0, 'Time-integrated activity of every voxel');
  const timeIntegratedBqSPerMl = timeIntegratedMap({
    concentrations: curved.carried,
    afterAdministration: curved.scans.map(({ afterAdministration }) => afterAdministration),
    physicalHalfLife: curved.nuclide.halfLife,
    regions: byRisingPriority(curved.curves).map(({ mask, timeIntegratedActivity, effectiveHalfLife }) => ({
      mask: mask.mask,
      timeIntegratedActivity: timeIntegratedActivity.value,
      effectiveHalfLife: effectiveHalfLife.value,
    })),
  });
  report(tools, 'dose', 0.5, 'Absorbed dose of every voxel');
  const dose = storableDose(localDepositionDose({ timeIntegratedBqSPerMl, densityGPerMl: curved.density, nuclide: curved.nuclide }));
  const doses = curved.curves.map((region): RegionDose => {
    report(tools, 'dose', 0.7, `Dose-volume histogram of ${region.mask.label}`);
    const bound = photonBound(curved.nuclide, region.mass.value);
    return {
      ...region,
      absorbedDose: regionAbsorbedDose({
        timeIntegratedActivity: region.timeIntegratedActivity,
        mass: region.mass,
        nuclide: curved.nuclide,
      }),
      histogram: doseVolumeHistogram(dose, region.mask),
      warnings: [...region.warnings, warning('GW_PHOTON_PART', { where: region.mask.label, found: (bound * 100).toFixed(1) })],
    };
  });
  return {
    ...curved,
    assumptions: [
      ...curved.assumptions,
      {
        step: 'dose',
        text: 'Local deposition: beta particles, conversion and Auger electrons deposit all their energy in the voxel they start in; photons are left out.',
      },
    ],
    dose,
    doses,
  };
}

/** Regions that are no union, larger ones first: a lesion inside an organ keeps its own dose. */
function byRisingPriority(curves: readonly RegionCurve[]): RegionCurve[] {
  return curves.filter(({ parts }) => parts.length === 0).sort((a, b) => b.volume.value - a.volume.value);
}
