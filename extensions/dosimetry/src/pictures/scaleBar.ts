import type { PlaneRaster } from './samplePlane.js';

const SVG = 'http://www.w3.org/2000/svg';
const LENGTHS_MM = [10, 20, 50, 100, 200];
/** Longest bar, pixels. */
const LONGEST = 130;
const LEFT = 40;
const ABOVE_FLOOR = 62;

/** A bar of a round length with its number, at the lower left of a viewport. `step`: pixels between the points of the raster. */
export function scaleBar(raster: Pick<PlaneRaster, 'alongRow'>, step: number, height: number): SVGGElement {
  const pixelsPerMm = step / Math.hypot(...raster.alongRow);
  const length = LENGTHS_MM.findLast(candidate => candidate * pixelsPerMm <= LONGEST) ?? 10;
  const right = LEFT + length * pixelsPerMm;
  const y = height - ABOVE_FLOOR;
  const bar = document.createElementNS(SVG, 'g');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', `M${String(LEFT)} ${String(y - 4)}V${String(y)}H${right.toFixed(1)}V${String(y - 4)}`);
  line.setAttribute('class', 'gw-scale-bar');
  const words = document.createElementNS(SVG, 'text');
  words.setAttribute('x', String(LEFT + 4));
  words.setAttribute('y', String(y - 6));
  words.setAttribute('class', 'gw-scale-words');
  words.textContent = `${String(length / 10)} cm`;
  bar.append(line, words);
  return bar;
}
