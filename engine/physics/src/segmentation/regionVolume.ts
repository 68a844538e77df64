import { GraywiseError } from '../errors/GraywiseError.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { millilitre, type Millilitre } from '../quantities/quantity.js';
import type { VolumeGeometry } from '../volume/volumeGeometry.js';
import { voxelVolume } from '../volume/voxelVolume.js';
import { outlineUncertainty } from './outlineUncertainty.js';
import type { RegionMask } from './regionMask.js';
import { regionVoxelCount } from './regionVoxelCount.js';

/** On what a region was outlined, for the uncertainty of its volume. */
export interface OutlineImage {
  /** Grid that the outline was drawn on, when the mask has since been brought to another one. */
  readonly outlinedOn?: VolumeGeometry;
  /** FWHM of that image in mm: about 1 to 2 for CT, 10 to 15 for SPECT. Null or left out: its voxel size. */
  readonly resolutionMm?: number | null;
  /** Key of the outline as a random variable, for what else depends on it. Left out: `volume:NAME`. */
  readonly outlineKey?: string;
}

/**
 * The volume of a region, voxels counted whole, with the uncertainty of outlining it (`outlineUncertainty`).
 *
 * Its contribution has the key of the outline, which whatever else depends on the same outline shares. Throws GW_NO_REGIONS for a region without voxels.
 */
export function regionVolume(
  region: RegionMask,
  { outlinedOn = region.geometry, resolutionMm = null, outlineKey = `volume:${region.name}` }: OutlineImage = {},
): Estimate<Millilitre> {
  const volume = millilitre(regionVoxelCount(region) * voxelVolume(region.geometry));
  if (volume === 0) throw new GraywiseError('GW_NO_REGIONS', { where: region.name });
  const standardUncertainty = volume * outlineUncertainty(volume, outlinedOn, resolutionMm);
  return makeEstimate(volume, [{ source: 'volume', key: outlineKey, standardUncertainty }], { distribution: 'lognormal' });
}
