import type { Cornerstone } from '@graywise/extension-core';

/** A colour scale as cornerstone takes it: position, red, green, blue, each from 0 to 1. */
export interface Colormap {
  readonly Name: string;
  readonly ColorSpace: 'RGB';
  readonly RGBPoints: readonly number[];
}

/** Dark violet over orange to light yellow: lightness rises all the way, so it reads without colour too. Samples of inferno (van der Walt and Smith, CC0). */
export const ACTIVITY_COLORMAP: Colormap = {
  Name: 'graywise-activity',
  ColorSpace: 'RGB',
  RGBPoints: [0, 0.001, 0, 0.014, 0.25, 0.341, 0.062, 0.429, 0.5, 0.736, 0.216, 0.33, 0.75, 0.978, 0.557, 0.035, 1, 0.988, 0.998, 0.645],
};

/** Violet over green to yellow: lightness rises all the way. Samples of viridis (van der Walt and Smith, CC0). */
export const DOSE_COLORMAP: Colormap = {
  Name: 'graywise-dose',
  ColorSpace: 'RGB',
  RGBPoints: [
    0, 0.267, 0.005, 0.329, 0.25, 0.229, 0.322, 0.546, 0.5, 0.128, 0.567, 0.551, 0.75, 0.369, 0.789, 0.383, 1, 0.993, 0.906, 0.144,
  ],
};

/**
 * Blue over white to vermilion, for values on both sides of a middle. Hues that colour-blind people can tell apart: Okabe M, Ito K. Color universal
 * design (2008).
 */
export const DIVERGING_COLORMAP: Colormap = {
  Name: 'graywise-diverging',
  ColorSpace: 'RGB',
  RGBPoints: [0, 0, 0.447, 0.698, 0.25, 0.337, 0.706, 0.914, 0.5, 0.96, 0.96, 0.96, 0.75, 0.902, 0.624, 0, 1, 0.835, 0.369, 0],
};

/** Makes the colour scales known to the host's cornerstone. */
export function registerColormaps(libraries: Cornerstone): void {
  for (const colormap of [ACTIVITY_COLORMAP, DOSE_COLORMAP, DIVERGING_COLORMAP]) libraries.utilities.colormap.registerColormap(colormap);
}
