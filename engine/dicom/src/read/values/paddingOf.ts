import type { Dataset } from '../../part10/Dataset.js';
import type { Padding } from './addMapped.js';

/** The padding of a dataset (PS3.3 C.7.5.1.1.2), as stored values; null when it states none. `value` takes the place of padded pixels. */
export function paddingOf(dataset: Dataset, value: number): Padding | null {
  const first = storedNumber(dataset, 'PixelPaddingValue');
  if (first === null) return null;
  const second = storedNumber(dataset, 'PixelPaddingRangeLimit') ?? first;
  return { from: Math.min(first, second), to: Math.max(first, second), value };
}

/** US or SS by PixelRepresentation: an implicit dataset does not tell which, so the sign is put right here. */
function storedNumber(dataset: Dataset, keyword: string): number | null {
  const value = dataset.number(keyword);
  if (value === null) return null;
  if (dataset.number('PixelRepresentation') === 1) return value > 32767 ? value - 65536 : value;
  return value < 0 ? value + 65536 : value;
}
