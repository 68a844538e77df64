import { GraywiseError, type Volume } from '@graywise/physics';
import { decimalString } from '../encoding/decimalString.js';
import type { FrameGrid } from './frameGrid.js';

/** Dose as 32-bit whole numbers, frame after frame: dose in Gy = stored * `gridScaling`, exact to 1.2e-10 of the largest dose. */
export interface StoredDose {
  readonly stored: Uint32Array;
  readonly gridScaling: number;
}

/** Below the largest 32-bit number, so that rounding the scaling to a Decimal String cannot overflow. */
const LARGEST_STORED = 4_294_960_000;

/**
 * Scales a dose map for storing. The scaling is the Decimal String that will be written, so that a reader finds exactly these doses.
 *
 * OHIF 3.13 decodes a frame whose least and largest scaled values are whole numbers into 8 bits; the scaling is moved until no frame is like that.
 * Throws GW_NOT_FINITE or GW_NEGATIVE.
 */
export function storedDose(dose: Volume<'Gy'>, grid: FrameGrid): StoredDose {
  const largest = largestBySlice(dose, grid);
  const maximum = Math.max(...largest);
  let steps = LARGEST_STORED;
  let gridScaling = scalingFor(maximum, steps);
  const isWhole = (value: number): boolean => value > 0 && Number.isInteger(Math.round(value / gridScaling) * gridScaling);
  while (largest.some(isWhole)) gridScaling = scalingFor(maximum, (steps -= 999_983));
  const frameSize = grid.rows * grid.columns;
  const stored = new Uint32Array(dose.data.length);
  grid.slices.forEach((slice, frame) => {
    for (let i = 0; i < frameSize; i++) stored[frame * frameSize + i] = Math.round(dose.data[slice * frameSize + i]! / gridScaling);
  });
  return { stored, gridScaling };
}

function scalingFor(maximum: number, steps: number): number {
  return Number(decimalString(maximum > 0 ? maximum / steps : 1e-9, 'DoseGridScaling'));
}

function largestBySlice({ data }: Volume<'Gy'>, { rows, columns, slices }: FrameGrid): number[] {
  const largest = new Array<number>(slices.length).fill(0);
  data.forEach((value, i) => {
    if (!Number.isFinite(value)) throw new GraywiseError('GW_NOT_FINITE', { unit: 'Gy', found: value });
    if (value < 0) throw new GraywiseError('GW_NEGATIVE', { unit: 'Gy', found: value });
    const slice = Math.floor(i / (rows * columns));
    if (value > largest[slice]!) largest[slice] = value;
  });
  return largest;
}
