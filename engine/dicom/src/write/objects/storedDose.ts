import { GraywiseError, type Volume } from '@graywise/physics';
import { decimalString } from '../encoding/decimalString.js';

/** Dose as whole numbers, in the order of the volume: dose in Gy = stored * `gridScaling`, to 7.7e-6 of the largest dose. */
export interface StoredDose {
  readonly stored: Uint16Array;
  readonly gridScaling: number;
}

/** A little below the largest 16-bit number: room for rounding the scaling to a Decimal String, and for moving it. */
const LARGEST_STORED = 65_500;

/**
 * Scales a dose map for RTDOSE. The scaling is the Decimal String that will be written, so that every reader finds the same doses.
 *
 * 16 bits, because dciodvfy (dicom3tools 2022) aborts on 32-bit pixel data; half a step is a thousandth of the uncertainty of the largest dose.
 * OHIF 3.13 decodes a slice whose least and largest doses are whole numbers into 8 bits; the scaling is moved until no slice is like that.
 * Throws GW_NOT_FINITE or GW_NEGATIVE.
 */
export function storedDose({ data, geometry }: Volume<'Gy'>): StoredDose {
  const largest = largestBySlice(data, geometry.size[0] * geometry.size[1]);
  const maximum = Math.max(...largest);
  if (maximum === 0) return { stored: new Uint16Array(data.length), gridScaling: 1e-6 };
  let gridScaling = 0;
  const isWhole = (value: number): boolean => value > 0 && Number.isInteger(Math.round(value / gridScaling) * gridScaling);
  for (let steps = LARGEST_STORED; gridScaling === 0 || largest.some(isWhole); steps -= Math.SQRT2) {
    gridScaling = Number(decimalString(maximum / steps, 'DoseGridScaling'));
  }
  const stored = new Uint16Array(data.length);
  for (let voxel = 0; voxel < stored.length; voxel++) stored[voxel] = Math.round((data[voxel] ?? 0) / gridScaling);
  return { stored, gridScaling };
}

function largestBySlice(data: Float32Array, sliceSize: number): number[] {
  const largest = new Array<number>(Math.ceil(data.length / sliceSize)).fill(0);
  data.forEach((value, i) => {
    if (!Number.isFinite(value)) throw new GraywiseError('GW_NOT_FINITE', { unit: 'Gy', found: value });
    if (value < 0) throw new GraywiseError('GW_NEGATIVE', { unit: 'Gy', found: value });
    const slice = Math.floor(i / sliceSize);
    largest[slice] = Math.max(largest[slice] ?? 0, value);
  });
  return largest;
}
