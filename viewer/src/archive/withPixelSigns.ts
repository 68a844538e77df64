import type { Dataset } from './readDataset.js';

// Smallest and largest pixel values (of image and series), padding value and its range limit: the attributes "US or SS" that hold a pixel.
const PIXEL_VALUES = ['00280106', '00280107', '00280108', '00280109', '00280120', '00280121'];

/**
 * A dataset of implicit value representation in which attributes that hold a pixel value have the sign of the pixels.
 *
 * Such a file does not say whether they are signed (PS3.6: "US or SS"), and dcmjs takes them as unsigned: a padding of -2000 would come out
 * as 63536.
 */
export function withPixelSigns(dataset: Dataset): Dataset {
  if (dataset['00280103']?.Value[0] !== 1) return dataset;
  const signed = PIXEL_VALUES.flatMap(tag => {
    const element = dataset[tag];
    return element === undefined ? [] : [[tag, { vr: 'SS', Value: element.Value.map(value => (Number(value) << 16) >> 16) }] as const];
  });
  return { ...dataset, ...Object.fromEntries(signed) };
}
