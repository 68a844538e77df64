import { regionEnergy, voxelVolume, type DoseRequest, type DoseResult } from '@graywise/physics';
import type { SourceRegion } from '../anatomy/anatomyPart.js';

/** Mean dose by mass, Gy, and its standard uncertainty by counting, as if voxels were independent. */
export interface PartsDose {
  readonly doseGy: number;
  readonly uncertaintyGy: number;
}

/** What an engine gives to the voxels of some source regions of `trueDoseRequest`: their energy over their mass. */
export function doseOfParts({ regions, densityGPerMl }: DoseRequest, result: DoseResult, parts: readonly SourceRegion[]): PartsDose {
  const { doseGy, statisticalUncertaintyGy } = result;
  const voxelKg = voxelVolume(doseGy.geometry) / 1000;
  let [energyJ, kilograms, variance] = [0, 0, 0];
  for (const { mask } of regions.filter(({ name }) => parts.some(part => part === name))) {
    energyJ += regionEnergy(doseGy, densityGPerMl, mask);
    for (let voxel = 0; voxel < mask.length; voxel++) {
      if (mask[voxel] !== 1) continue;
      const voxelMass = (densityGPerMl.data[voxel] ?? 0) * voxelKg;
      kilograms += voxelMass;
      variance += ((statisticalUncertaintyGy?.data[voxel] ?? 0) * voxelMass) ** 2;
    }
  }
  return { doseGy: energyJ / kilograms, uncertaintyGy: Math.sqrt(variance) / kilograms };
}
