import { formatSignificant } from '@graywise/extension-core';
import { colorAt } from './colorAt.js';
import type { Colormap } from './colormaps.js';

const HEIGHT = 130;
const WIDTH = 12;
/** Where the scale begins below its title and unit, and its right edge, px. */
const TOP = 36;
const RIGHT = 68;
/** Numbers closer than this would lie on each other: the mark stays, the number is left out. */
const LINE_HEIGHT = 13;
const SVG = 'http://www.w3.org/2000/svg';

/** A colour scale; values in `unit`. */
export interface Legend {
  readonly colormap: Colormap;
  /** What is shown, where the unit does not say it, such as "difference". */
  readonly title: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly unit: string;
  readonly ticks: readonly number[];
}

/** The colour scale of a wash with its unit, at the right edge of a node. The returned function takes it away. */
export function legendOverlay(node: HTMLElement, legend: Legend): () => void {
  const svg = element('svg', {
    class: 'gw-legend',
    'data-cy': 'gw-legend',
    width: RIGHT + WIDTH,
    height: TOP + HEIGHT + LINE_HEIGHT,
    role: 'img',
    'aria-label': `Colour scale of ${legend.title} from ${formatSignificant(legend.minimum)} to ${formatSignificant(legend.maximum)} ${legend.unit}`,
  });
  svg.append(text(legend.title, RIGHT, LINE_HEIGHT, 'end'), text(legend.unit, RIGHT, 2 * LINE_HEIGHT, 'end'));
  for (let row = 0; row < HEIGHT; row++) {
    const fill = colorAt(legend.colormap, 1 - row / HEIGHT);
    svg.append(element('rect', { x: RIGHT - WIDTH, y: TOP + row, width: WIDTH, height: 1.5, fill }));
  }
  let lastWritten = Infinity;
  for (const tick of legend.ticks.toSorted((a, b) => a - b)) {
    const y = TOP + HEIGHT * (1 - (tick - legend.minimum) / (legend.maximum - legend.minimum));
    svg.append(element('line', { x1: RIGHT - WIDTH - 4, x2: RIGHT, y1: y, y2: y, stroke: '#fff' }));
    if (lastWritten - y < LINE_HEIGHT) continue;
    lastWritten = y;
    svg.append(text(formatSignificant(tick, 2), RIGHT - WIDTH - 7, y + 4, 'end'));
  }
  node.append(svg);
  return () => svg.remove();
}

function text(content: string, x: number, y: number, anchor: string): SVGElement {
  const node = element('text', { x, y, fill: '#fff', 'text-anchor': anchor });
  node.textContent = content;
  return node;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}
