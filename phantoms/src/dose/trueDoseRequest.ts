import {
  becquerelSecond,
  kilogram,
  materialsFromHounsfield,
  type DoseRequest,
  type SourceSpectrum,
  type Volume,
  type VolumeGeometry,
} from '@graywise/physics';
import { SOURCE_REGIONS } from '../anatomy/anatomyPart.js';
import { TISSUES } from '../anatomy/tissues.js';
import type { DigitalPatient } from '../course/digitalPatient.js';
import { partsByVoxel } from './partsByVoxel.js';
import type { Decays } from './trueDoseModel.js';

/**
 * What a dose engine would be handed if activity, outlines, densities and CT numbers were known without error: every voxel of the grid is what lies at its
 * centre, every source region is a region.
 */
export function trueDoseRequest(patient: DigitalPatient, decays: Decays, spectrum: SourceSpectrum, geometry: VolumeGeometry): DoseRequest {
  const { parts, massesKg, volumesMl, remainderMassKg } = patient;
  const found = partsByVoxel(parts, geometry);
  const perGram = decays.remainder / (1000 * remainderMassKg);
  const concentrations = parts.map(({ source, tissue }) =>
    source ? decays[source] / volumesMl[source] : perGram * TISSUES[tissue].densityGPerMl,
  );
  const volumeOf = <U extends 'Bq s/mL' | 'g/mL' | 'HU'>(unit: U, valueOf: (part: number) => number): Volume<U> => ({
    geometry,
    unit,
    data: Float32Array.from(found, part => valueOf(part - 1)),
  });
  const tissueOf = (part: number): (typeof TISSUES)[keyof typeof TISSUES] => TISSUES[parts[part]?.tissue ?? 'air'];
  return {
    spectrum,
    timeIntegratedBqSPerMl: volumeOf('Bq s/mL', part => concentrations[part] ?? 0),
    densityGPerMl: volumeOf('g/mL', part => tissueOf(part).densityGPerMl),
    materials: materialsFromHounsfield(volumeOf('HU', part => tissueOf(part).hounsfield)),
    regions: SOURCE_REGIONS.map(name => ({
      name,
      label: name,
      mask: Uint8Array.from(found, part => Number(parts[part - 1]?.source === name)),
      timeIntegratedActivity: becquerelSecond(decays[name]),
      mass: kilogram(massesKg[name]),
    })),
    organModel: 'adult-male',
  };
}
