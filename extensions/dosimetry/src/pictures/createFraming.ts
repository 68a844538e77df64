import { knownVerification, viewports, type CourseState, type Host, type VolumeViewport } from '@graywise/extension-core';
import type { VolumeGeometry } from '@graywise/physics';
import { frameGrid } from './frameGrid.js';

/** How long the host goes on moving its cameras after a viewport's size changed, ms. What is framed earlier it undoes. */
const SETTLING_MS = 700;

/** Keeps the body in the frame. */
export interface Framing {
  /** Zooms viewports that have another size, or another course, than when they were framed last; where a person zoomed since, it stays. */
  frame(state: CourseState): void;
  stop(): void;
}

export function createFraming(host: Host): Framing {
  const framed = new Map<string, string>();
  const observed = new Set<Element>();
  let grid: VolumeGeometry | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frameAll = (): void => {
    for (const viewport of viewports(host).volumes()) if (grid) frameOne(viewport, grid);
  };
  const frameOne = (viewport: VolumeViewport, body: VolumeGeometry): void => {
    const { clientWidth, clientHeight } = viewport.element;
    const key = JSON.stringify([clientWidth, clientHeight, body]);
    if (framed.get(viewport.id) === key || clientHeight === 0) return;
    framed.set(viewport.id, key);
    viewport.setCamera(frameGrid(viewport.getCamera(), body, clientWidth / clientHeight));
    viewport.render();
  };
  const observer = new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      framed.clear();
      frameAll();
    }, SETTLING_MS);
  });
  return {
    frame: state => {
      grid = knownVerification(state).doseGrid ?? null;
      for (const { element } of viewports(host).volumes()) {
        if (observed.has(element)) continue;
        observed.add(element);
        observer.observe(element);
        framed.clear();
      }
      frameAll();
    },
    stop: () => {
      clearTimeout(timer);
      observer.disconnect();
    },
  };
}
