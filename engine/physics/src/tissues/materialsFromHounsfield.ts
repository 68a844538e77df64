import { GraywiseError } from '../errors/GraywiseError.js';
import type { Volume } from '../volume/volumeGeometry.js';
import { densityAtHounsfield } from './densityAtHounsfield.js';
import { SCHNEIDER_COMPOSITIONS } from './generated/schneiderCompositions.js';
import type { Material } from './material.js';
import { SCHNEIDER_DENSITY_CURVE, type DensityCurve } from './schneiderDensityCurve.js';

/** What each voxel of a CT is made of; its density stands in the volume of `densityFromHounsfield`. */
export interface MaterialMap {
  /** For each voxel, in the order of the CT, its place in `materials`. */
  readonly materialIndex: Uint8Array;
  /** One for each bin of CT numbers, with the density in the middle of the bin. */
  readonly materials: readonly Material[];
}

/** Beyond the last bin, and before the first, a bin is taken to be as wide as this for its density. */
const OPEN_BIN_HOUNSFIELD = 100;

/**
 * The composition of every voxel of a CT by its CT number: 25 bins from air over lung, fat, soft tissue and bone to titanium.
 *
 * Source: Schneider, Bortfeld, Schlegel, Phys. Med. Biol. 45 (2000) 459. Below the first bin is air. Throws GW_NOT_FINITE when a voxel is not a number.
 */
export function materialsFromHounsfield(ct: Volume<'HU'>, curve: DensityCurve = SCHNEIDER_DENSITY_CURVE): MaterialMap {
  const materials = SCHNEIDER_COMPOSITIONS.map(({ fromHounsfield, ...composition }, index) => {
    const toHounsfield = SCHNEIDER_COMPOSITIONS[index + 1]?.fromHounsfield ?? fromHounsfield + OPEN_BIN_HOUNSFIELD;
    return {
      name: `${fromHounsfield} to ${toHounsfield} HU`,
      densityGPerMl: densityAtHounsfield((fromHounsfield + toHounsfield) / 2, curve),
      ...composition,
      source: 'Schneider, Bortfeld, Schlegel, Phys. Med. Biol. 45 (2000) 459',
    };
  });
  const materialIndex = new Uint8Array(ct.data.length);
  for (let voxel = 0; voxel < materialIndex.length; voxel++) {
    const hounsfield = ct.data[voxel] ?? NaN;
    if (Number.isNaN(hounsfield)) throw new GraywiseError('GW_NOT_FINITE', { unit: 'HU', found: 'NaN' });
    materialIndex[voxel] = binOf(hounsfield);
  }
  return { materialIndex, materials };
}

function binOf(hounsfield: number): number {
  let bin = 0;
  while (hounsfield >= (SCHNEIDER_COMPOSITIONS[bin + 1]?.fromHounsfield ?? Infinity)) bin += 1;
  return bin;
}
