import { ACTIVITY_COLORMAP, DOSE_COLORMAP } from './colormaps.js';

/** How a layer is drawn: its range of values and its colour, opaque or as a wash that is clear below a threshold. */
export interface LayerLook {
  readonly range: { readonly lower: number; readonly upper: number };
  readonly colormap: string;
  readonly opacity: 'opaque' | { readonly from: number; readonly most: number };
}

/** A soft-tissue window, HU. */
export const CT_LOOK: LayerLook = { range: { lower: -160, upper: 240 }, colormap: 'Grayscale', opacity: 'opaque' };

export function activityLook(maximum: number): LayerLook {
  return { range: { lower: 0, upper: maximum }, colormap: ACTIVITY_COLORMAP.Name, opacity: { from: 0.06 * maximum, most: 0.75 } };
}

export function doseLook(maximumGy: number): LayerLook {
  return { range: { lower: 0, upper: maximumGy }, colormap: DOSE_COLORMAP.Name, opacity: { from: 0.04 * maximumGy, most: 0.6 } };
}
