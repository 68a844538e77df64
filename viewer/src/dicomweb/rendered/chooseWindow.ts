import type { Dataset } from '../../archive/readDataset.js';
import { httpError } from '../httpError.js';

/** The values shown as black and as white. */
export interface GreyRange {
  readonly black: number;
  readonly white: number;
}

/** The range of grey: as the client asks (`window=centre,width,function`), else as the object says, else all values of the frame. */
export function chooseWindow(asked: string | undefined, dataset: Dataset, values: Float64Array): GreyRange {
  if (asked !== undefined) return parse(asked);
  const centre = Number(dataset['00281050']?.Value[0] ?? NaN);
  const width = Number(dataset['00281051']?.Value[0] ?? NaN);
  if (Number.isFinite(centre) && width >= 1) return linear(centre, width);
  return span(values);
}

function parse(asked: string): GreyRange {
  const [centre = NaN, width = NaN] = asked.split(',', 2).map(Number);
  if (!Number.isFinite(centre) || !(width >= 1)) throw httpError(400, 'Expected window=centre,width,linear with a width of 1 or more.');
  return linear(centre, width);
}

/** The function LINEAR of PS3.3 section C.11.2.1.2.1: the range is from c - 0.5 - (w-1)/2 to c - 0.5 + (w-1)/2. */
function linear(centre: number, width: number): GreyRange {
  return { black: centre - 0.5 - (width - 1) / 2, white: centre - 0.5 + (width - 1) / 2 };
}

function span(values: Float64Array): GreyRange {
  let black = Infinity;
  let white = -Infinity;
  for (const value of values) {
    if (value < black) black = value;
    if (value > white) white = value;
  }
  return { black, white };
}
