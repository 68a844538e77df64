import type { DoseVolumeHistogram } from '../../record/cycleVerification.js';
import type { RegionMask } from '../../segmentation/regionMask.js';
import type { Volume } from '../../volume/volumeGeometry.js';
import { doseVolumeHistogram } from '../doseVolumeHistogram.js';
import type { GammaCriteria } from './gammaCriteria.js';
import { gammaIndex } from './gammaIndex.js';

/** Two doses of one region. */
export interface RegionComparison {
  readonly name: string;
  /** Share of the region's evaluated voxels that pass, 0 to 1; null where none is evaluated. */
  readonly passShare: number | null;
  readonly used: DoseVolumeHistogram;
  readonly other: DoseVolumeHistogram;
}

/** How far two doses agree voxel by voxel. Plain data. */
export interface DoseComparison {
  readonly criteria: GammaCriteria;
  /** Of all evaluated voxels, 0 to 1; 1 where there is no dose to compare. */
  readonly passShare: number;
  readonly evaluatedVoxels: number;
  readonly regions: readonly RegionComparison[];
}

/**
 * Compares two doses on one grid: gamma index with `used` as the reference, and the histograms of every region (rule D10).
 *
 * A voxel is evaluated where the dose used is at least `lowestDosePercent` of the largest dose of the volume or of a region that it lies in: organs have
 * a tenth of the dose of tumours and must not fall below the threshold of these. Throws GW_GEOMETRY for other grids and GW_USAGE for criteria that are
 * not positive.
 */
export function compareDoses({
  used,
  other,
  regions,
  criteria,
}: {
  readonly used: Volume<'Gy'>;
  readonly other: Volume<'Gy'>;
  readonly regions: readonly RegionMask[];
  readonly criteria: GammaCriteria;
}): { readonly comparison: DoseComparison; readonly gamma: Volume<'1'> } {
  const everywhere = new Uint8Array(used.data.length).fill(1);
  const largestGy = largestDose(used, everywhere);
  const evaluated = evaluatedVoxels(used, [everywhere, ...regions.map(({ mask }) => mask)], criteria.lowestDosePercent / 100);
  const gamma = gammaIndex(used, other, criteria, evaluated, largestGy);
  const whole = passing(gamma, evaluated, everywhere);
  const compared = regions.map((region): RegionComparison => ({
    name: region.name,
    passShare: passing(gamma, evaluated, region.mask).share,
    used: doseVolumeHistogram(used, region),
    other: doseVolumeHistogram(other, region),
  }));
  return { gamma, comparison: { criteria, passShare: whole.share ?? 1, evaluatedVoxels: whole.voxels, regions: compared } };
}

function evaluatedVoxels({ data }: Volume<'Gy'>, masks: readonly Uint8Array[], lowestShare: number): Uint8Array {
  const evaluated = new Uint8Array(data.length);
  for (const mask of masks) {
    const threshold = lowestShare * largestDose({ data }, mask);
    for (let voxel = 0; voxel < data.length; voxel++) {
      const dose = data[voxel] ?? 0;
      if (mask[voxel] === 1 && dose > 0 && dose >= threshold) evaluated[voxel] = 1;
    }
  }
  return evaluated;
}

function largestDose({ data }: Pick<Volume<'Gy'>, 'data'>, mask: Uint8Array): number {
  let largest = 0;
  for (let voxel = 0; voxel < data.length; voxel++) if (mask[voxel] === 1) largest = Math.max(largest, data[voxel] ?? 0);
  return largest;
}

function passing(
  { data }: Volume<'1'>,
  evaluated: Uint8Array,
  mask: Uint8Array,
): { readonly voxels: number; readonly share: number | null } {
  let [voxels, passed] = [0, 0];
  for (let voxel = 0; voxel < data.length; voxel++) {
    if (evaluated[voxel] !== 1 || mask[voxel] !== 1) continue;
    voxels += 1;
    if ((data[voxel] ?? 0) <= 1) passed += 1;
  }
  return { voxels, share: voxels === 0 ? null : passed / voxels };
}
