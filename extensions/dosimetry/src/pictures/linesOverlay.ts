import type { Point3, VolumeViewport } from '@graywise/extension-core';
import type { VolumeGeometry } from '@graywise/physics';
import { contourPath } from './contourPath.js';
import { scaleBar } from './scaleBar.js';
import { samplePlane, type PlaneRaster } from './samplePlane.js';

/** A line to be drawn where a volume passes through a level. */
export interface LevelLine {
  readonly geometry: VolumeGeometry;
  readonly data: ArrayLike<number>;
  readonly level: number;
  readonly color: string;
  readonly width: number;
  readonly dashed: boolean;
}

/** Pixels between the points of the raster: fine enough for a smooth line, coarse enough for a frame. */
const STEP = 3;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Lines over a viewport that follow its camera: drawn anew after every picture of the viewport, from the volume itself, so they are right in every plane.
 *
 * The returned function takes them away.
 */
export function linesOverlay(viewport: VolumeViewport, lines: readonly LevelLine[]): () => void {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'gw-overlay');
  svg.setAttribute('data-cy', 'gw-lines');
  viewport.element.appendChild(svg);
  let drawn = '';
  let waiting = 0;
  const draw = (): void => {
    waiting = 0;
    const raster = rasterOf(viewport);
    const plane = JSON.stringify(raster);
    if (plane === drawn) return;
    drawn = plane;
    svg.replaceChildren(...lines.map(line => pathOf(line, raster)), scaleBar(raster, STEP, viewport.element.clientHeight));
  };
  const later = (): void => {
    if (waiting === 0) waiting = requestAnimationFrame(draw);
  };
  viewport.element.addEventListener('CORNERSTONE_IMAGE_RENDERED', later);
  later();
  return () => {
    cancelAnimationFrame(waiting);
    viewport.element.removeEventListener('CORNERSTONE_IMAGE_RENDERED', later);
    svg.remove();
  };
}

function pathOf(line: LevelLine, raster: PlaneRaster): SVGPathElement {
  const path = document.createElementNS(SVG, 'path');
  const values = samplePlane(line.geometry, line.data, raster);
  path.setAttribute('d', contourPath(values, raster.columns, raster.rows, line.level, STEP));
  path.setAttribute('fill', 'none');
  path.setAttribute('stroke', line.color);
  path.setAttribute('stroke-width', String(line.width));
  path.setAttribute('stroke-linecap', 'round');
  if (line.dashed) path.setAttribute('stroke-dasharray', '4 4');
  return path;
}

function rasterOf(viewport: VolumeViewport): PlaneRaster {
  const { clientWidth, clientHeight } = viewport.element;
  const first = viewport.canvasToWorld([0, 0]);
  const minus = (point: Point3): Point3 => [point[0] - first[0], point[1] - first[1], point[2] - first[2]];
  return {
    first,
    alongRow: minus(viewport.canvasToWorld([STEP, 0])),
    alongColumn: minus(viewport.canvasToWorld([0, STEP])),
    columns: Math.ceil(clientWidth / STEP) + 1,
    rows: Math.ceil(clientHeight / STEP) + 1,
  };
}
