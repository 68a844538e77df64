import { courseServiceOf, hangingProtocols, notifications, type Host } from '@graywise/extension-core';
import { GraywiseError } from '@graywise/physics';
import { PROTOCOL_ID } from './hangingProtocol.js';
import { createPainter } from './createPainter.js';
import { pictureContent } from './pictureContent.js';
import { referenceCtSeries } from './referenceCtSeries.js';
import { sceneOf } from './scene.js';

/** How long the viewports take to stand after a new arrangement, ms. Layers that come earlier would be wiped by it. */
const SETTLING_MS = 1200;

/**
 * Keeps the viewports in step with the course: the reference CT below, the picture of the active step on it. Until the returned function is called.
 *
 * Only the newest wish is painted; while the engine still works for an older one, newer ones replace each other.
 */
export function startPictures(host: Host): () => void {
  const course = courseServiceOf(host);
  const painter = createPainter(host);
  let series: string | null = null;
  let wanted = '';
  let painted = '';
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const follow = (): void => {
    const state = course.getSnapshot();
    const reference = referenceCtSeries(state);
    if (reference !== null && reference !== series) {
      series = reference;
      hangingProtocols(host).show(PROTOCOL_ID);
    }
    wanted = JSON.stringify([sceneOf(state), Object.keys(state.outcomes), state.stored]);
    if (!busy && state.running === null && wanted !== painted) void paint();
  };
  const paint = async (): Promise<void> => {
    busy = true;
    const scene = sceneOf(course.getSnapshot());
    painted = wanted;
    try {
      await painter.paint(await pictureContent(course, scene));
    } catch (fault) {
      painter.clear();
      if (!(fault instanceof GraywiseError)) notifications(host).show({ title: 'Picture', message: String(fault), type: 'error' });
    }
    busy = false;
    follow();
  };
  const settled = (): void => {
    painted = '';
    clearTimeout(timer);
    timer = setTimeout(follow, SETTLING_MS);
  };
  const stops = [course.subscribe(follow), hangingProtocols(host).onShown(settled)];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
    painter.clear();
  };
}
