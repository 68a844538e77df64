import type { Colormap } from './colormaps.js';

/** The colour of a scale at a share from 0 to 1, as CSS. */
export function colorAt(colormap: Colormap, share: number): string {
  const points = colormap.RGBPoints;
  const last = points.length / 4 - 1;
  const place = Math.min(1, Math.max(0, share)) * last;
  const low = Math.min(last - 1, Math.floor(place));
  const part = (offset: number): string => {
    const from = points[low * 4 + offset] ?? 0;
    const to = points[(low + 1) * 4 + offset] ?? 0;
    return String(Math.round(255 * (from + (place - low) * (to - from))));
  };
  return `rgb(${part(1)} ${part(2)} ${part(3)})`;
}
