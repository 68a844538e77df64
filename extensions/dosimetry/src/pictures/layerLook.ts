import { ACTIVITY_COLORMAP, DIVERGING_COLORMAP, DOSE_COLORMAP } from './colormaps.js';

/** How opaque a value is drawn, 0 to 1; linear between the points. */
export interface OpacityPoint {
  readonly value: number;
  readonly opacity: number;
}

/** How a layer is drawn: its range of values and its colour, opaque or as a wash. */
export interface LayerLook {
  readonly range: { readonly lower: number; readonly upper: number };
  readonly colormap: string;
  readonly opacity: 'opaque' | readonly OpacityPoint[];
}

/** A soft-tissue window, HU. */
export const CT_LOOK: LayerLook = { range: { lower: -160, upper: 240 }, colormap: 'Grayscale', opacity: 'opaque' };

/** Below this share of the top of its scale a dose is not coloured. */
export const CLEAR_DOSE = 0.04;

export function activityLook(maximum: number): LayerLook {
  return { range: { lower: 0, upper: maximum }, colormap: ACTIVITY_COLORMAP.Name, opacity: rising(0.06 * maximum, maximum, 0.75) };
}

export function doseLook(maximumGy: number): LayerLook {
  return { range: { lower: 0, upper: maximumGy }, colormap: DOSE_COLORMAP.Name, opacity: rising(CLEAR_DOSE * maximumGy, maximumGy, 0.6) };
}

/** A difference is clear where it is small, coloured to both sides. */
export function differenceLook(largestGy: number): LayerLook {
  const above = rising(0.1 * largestGy, largestGy, 0.8);
  const below = above.slice(1).map(({ value, opacity }) => ({ value: -value, opacity }));
  return {
    range: { lower: -largestGy, upper: largestGy },
    colormap: DIVERGING_COLORMAP.Name,
    opacity: [...below.toReversed(), ...above],
  };
}

/** A gamma index is faint where it passes (at most 1) and strong where it does not. */
export function gammaLook(largest: number): LayerLook {
  return {
    range: { lower: 0, upper: largest },
    colormap: DIVERGING_COLORMAP.Name,
    opacity: [
      { value: 0, opacity: 0 },
      { value: 0.2, opacity: 0.15 },
      { value: 1, opacity: 0.35 },
      { value: 1.1, opacity: 0.8 },
      { value: largest, opacity: 0.85 },
    ],
  };
}

/** An uncertainty is coloured wherever there is one. */
export function uncertaintyLook(largest: number): LayerLook {
  return { range: { lower: 0, upper: largest }, colormap: ACTIVITY_COLORMAP.Name, opacity: rising(0.01 * largest, largest, 0.7) };
}

/** Clear below a threshold, then at once half as opaque as at the top. */
function rising(from: number, upper: number, most: number): readonly OpacityPoint[] {
  return [
    { value: 0, opacity: 0 },
    { value: from, opacity: 0 },
    { value: from * 1.5, opacity: most * 0.5 },
    { value: upper, opacity: most },
  ];
}
