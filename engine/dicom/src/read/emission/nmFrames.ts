import { GraywiseError } from '@graywise/physics';
import type { ParsedObject } from '../../part10/parsePart10.js';
import { choosePhotopeak } from './choosePhotopeak.js';
import { energyWindows, windowSpan, type EnergyWindow } from './energyWindows.js';

/** The frames of an NM object that belong to its photopeak volume. */
export interface NmFrames {
  readonly window: EnergyWindow | null;
  readonly spanKev: readonly [number, number] | null;
  /** Frame index from 0, and the slice it shows as SliceVector counts. */
  readonly frames: readonly { readonly frame: number; readonly slice: number }[];
  /** Rotations or time slots that together make one volume: their counts add up. */
  readonly stacked: boolean;
}

/**
 * Sorts frames by their index vectors (PS3.3 C.8.4.8), never by their place in the object, and picks the photopeak window.
 *
 * Throws GW_ENERGY_WINDOW when the window cannot be told, GW_GEOMETRY for dynamic objects and for vectors that do not fit the frames.
 */
export function nmFrames(object: ParsedObject, nuclide: string | null): NmFrames {
  const { dataset, file } = object;
  const count = dataset.number('NumberOfFrames') ?? 1;
  const slices = vector(object, 'SliceVector', count) ?? Array.from({ length: count }, (_, index) => index + 1);
  const windowOf = vector(object, 'EnergyWindowVector', count);
  const windows = energyWindows(dataset);
  for (const keyword of ['PhaseVector', 'TimeSliceVector', 'DetectorVector', 'RRIntervalVector']) {
    if (distinct(vector(object, keyword, count)) > 1)
      throw new GraywiseError('GW_GEOMETRY', { where: file.name, found: `several values of ${keyword}` });
  }
  const present = [...new Set(windowOf ?? [])];
  const severalPerSlice = windowOf === null && windows.length > 1 && count > new Set(slices).size;
  if (severalPerSlice || (vector(object, 'SliceVector', count) === null && present.length > 1)) {
    throw new GraywiseError('GW_ENERGY_WINDOW', {
      nuclide: nuclide ?? 'the nuclide',
      where: file.name,
      found: `${windows.length.toString()} windows without index vectors`,
    });
  }
  const window = chosenWindow(windows, present, nuclide, file.name);
  const frames = slices
    .map((slice, frame) => ({ frame, slice }))
    .filter(({ frame }) => present.length < 2 || windowOf?.[frame] === window?.number);
  const stacked = distinct(vector(object, 'RotationVector', count)) > 1 || distinct(vector(object, 'TimeSlotVector', count)) > 1;
  return { window, spanKev: windowSpan(window ?? undefined), frames, stacked };
}

function chosenWindow(
  windows: readonly EnergyWindow[],
  present: readonly number[],
  nuclide: string | null,
  where: string,
): EnergyWindow | null {
  if (present.length > 1)
    return choosePhotopeak(
      present.map(number => windows[number - 1] ?? { number, name: '', rangesKev: [] }),
      nuclide,
      where,
    );
  if (windows.length < 2 || present[0] !== undefined) return windows[(present[0] ?? 1) - 1] ?? null;
  // One volume that lists the windows it was made from: which one is the photopeak only describes it.
  try {
    return choosePhotopeak(windows, nuclide, where);
  } catch {
    return null;
  }
}

function vector({ dataset, file }: ParsedObject, keyword: string, count: number): number[] | null {
  const values = dataset.numbers(keyword);
  if (values.length === 0) return null;
  if (values.length !== count)
    throw new GraywiseError('GW_GEOMETRY', {
      where: file.name,
      found: `${values.length.toString()} values of ${keyword} for ${count.toString()} frames`,
    });
  return values;
}

function distinct(values: readonly number[] | null): number {
  return new Set(values ?? []).size;
}
