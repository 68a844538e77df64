import { formatSignificant } from '@graywise/extension-core';
import { colorAt } from './colorAt.js';
import type { Colormap } from './colormaps.js';

const HEIGHT = 130;
const WIDTH = 12;
/** Numbers closer than this would lie on each other: the mark stays, the number is left out. */
const LINE_HEIGHT = 13;
const SVG = 'http://www.w3.org/2000/svg';

export interface Legend {
  readonly colormap: Colormap;
  readonly maximum: number;
  readonly unit: string;
  readonly ticks: readonly number[];
}

/** The colour scale of a wash with its unit, at the right edge of a node. The returned function takes it away. */
export function legendOverlay(node: HTMLElement, legend: Legend): () => void {
  const svg = element('svg', {
    class: 'gw-legend',
    'data-cy': 'gw-legend',
    width: 74,
    height: HEIGHT + 40,
    role: 'img',
    'aria-label': `Colour scale up to ${formatSignificant(legend.maximum)} ${legend.unit}`,
  });
  svg.append(text(legend.unit, 62, 12, 'end'));
  for (let row = 0; row < HEIGHT; row++) {
    svg.append(
      element('rect', { x: 62 - WIDTH, y: 22 + row, width: WIDTH, height: 1.5, fill: colorAt(legend.colormap, 1 - row / HEIGHT) }),
    );
  }
  let lastWritten = Infinity;
  for (const tick of legend.ticks.toSorted((a, b) => a - b)) {
    const y = 22 + HEIGHT * (1 - tick / legend.maximum);
    svg.append(element('line', { x1: 62 - WIDTH - 4, x2: 62, y1: y, y2: y, stroke: '#fff' }));
    if (lastWritten - y < LINE_HEIGHT) continue;
    lastWritten = y;
    svg.append(text(formatSignificant(tick, 2), 62 - WIDTH - 7, y + 4, 'end'));
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
