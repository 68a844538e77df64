import {
  joule,
  makeEstimate,
  multiplyEstimates,
  gray,
  photonBound,
  regionAbsorbedDose,
  regionEnergy,
  warning,
  type Contribution,
  type DoseResult,
  type Estimate,
  type Gray,
  type Volume,
} from '@graywise/physics';
import type { CurvedCycle, RegionCurve, RegionDose } from '../model/cycle.js';
import { photonsOfKernel } from './photonsOfKernel.js';
import { totalDose } from './totalDose.js';

/**
 * The absorbed dose of a region from a dose map: the energy in its voxels over its mass (rule D8), as uncertain as its time-integrated activity and
 * mass, the engine's model ('S-value') and the histories that were counted.
 */
export function regionDose(
  cycle: CurvedCycle,
  region: RegionCurve,
  result: DoseResult,
): Pick<RegionDose, 'absorbedDose' | 'alphaDose' | 'warnings'> {
  const doseFrom = (map: Volume<'Gy'>): Estimate<Gray> => {
    const { timeIntegratedActivity, mass } = region;
    const energy = regionEnergy(map, cycle.density, region.mask.mask);
    const energyPerDecay = joule(timeIntegratedActivity.value === 0 ? 0 : energy / timeIntegratedActivity.value);
    return multiplyEstimates(
      regionAbsorbedDose({ timeIntegratedActivity, mass, energyPerDecay }),
      engineFactor(cycle, region, result, energy),
      gray,
    );
  };
  return {
    absorbedDose: doseFrom(totalDose(result)),
    alphaDose: result.alphaDoseGy === null ? null : doseFrom(result.alphaDoseGy),
    warnings: [...region.warnings, ...(result.engine === 'localDeposition' ? [photonsLeftOut(cycle, region)] : [])],
  };
}

/** One, as uncertain as the engine. The model is one random variable for all regions and cycles; histories are drawn for each cycle anew. */
function engineFactor(
  cycle: CurvedCycle,
  region: RegionCurve,
  { engine, modelUncertainty, ...result }: DoseResult,
  energy: number,
): Estimate {
  const photons = engine === 'voxelKernel' ? photonsOfKernel(cycle, region, energy) : 0;
  const contributions: Contribution[] = [
    { source: 'S-value', key: `dose engine:${engine}`, standardUncertainty: Math.max(modelUncertainty.relative, photons) },
  ];
  if (result.statisticalUncertaintyGy !== null)
    contributions.push({
      source: 'Monte Carlo statistics',
      key: `histories:${String(cycle.cycle)}:${region.name}`,
      standardUncertainty: relativeStatistics(result.doseGy, result.statisticalUncertaintyGy, region.mask.mask),
    });
  return makeEstimate(1, contributions);
}

/** Of the sum over a region's voxels, as if they were independent. */
function relativeStatistics(doseGy: Volume<'Gy'>, uncertaintyGy: Volume<'Gy'>, mask: Uint8Array): number {
  let [sum, variance] = [0, 0];
  for (let voxel = 0; voxel < mask.length; voxel++) {
    if (mask[voxel] !== 1) continue;
    sum += doseGy.data[voxel] ?? 0;
    variance += (uncertaintyGy.data[voxel] ?? 0) ** 2;
  }
  return sum === 0 ? 0 : Math.sqrt(variance) / sum;
}

function photonsLeftOut({ nuclide }: CurvedCycle, { mask, mass }: RegionCurve): RegionDose['warnings'][number] {
  return warning('GW_PHOTON_PART', { where: mask.label, found: (photonBound(nuclide, mass.value) * 100).toFixed(1) });
}
