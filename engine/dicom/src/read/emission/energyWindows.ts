import type { Dataset } from '../../part10/Dataset.js';

/** One energy window of an NM object; `number` as EnergyWindowVector counts, from 1. */
export interface EnergyWindow {
  readonly number: number;
  readonly name: string;
  readonly rangesKev: readonly (readonly [number, number])[];
}

/** The items of EnergyWindowInformationSequence. */
export function energyWindows(dataset: Dataset): EnergyWindow[] {
  return dataset.items('EnergyWindowInformationSequence').map((item, index) => ({
    number: index + 1,
    name: item.text('EnergyWindowName') ?? '',
    rangesKev: item.items('EnergyWindowRangeSequence').flatMap(range => {
      const lower = range.number('EnergyWindowLowerLimit');
      const upper = range.number('EnergyWindowUpperLimit');
      return lower !== null && upper !== null && upper > lower ? [[lower, upper] as const] : [];
    }),
  }));
}

/** From the lowest to the highest energy of a window; null when it states none. */
export function windowSpan(window: EnergyWindow | undefined): readonly [number, number] | null {
  if (!window || window.rangesKev.length === 0) return null;
  return [Math.min(...window.rangesKev.map(range => range[0])), Math.max(...window.rangesKev.map(range => range[1]))];
}
