import { courseServiceOf, hangingProtocols, notifications, type Host } from '@graywise/extension-core';
import { GraywiseError } from '@graywise/physics';
import { createFraming } from './createFraming.js';
import { createPainter } from './createPainter.js';
import { createPictureSource } from './createPictureSource.js';
import { PROTOCOL_ID } from './hangingProtocol.js';
import { pictureOrigins } from './pictureOrigins.js';
import { referenceCtSeries } from './referenceCtSeries.js';
import { sceneOf } from './scene.js';

/** How long the viewports take to stand after a new arrangement, ms. Layers that come earlier would be wiped by it. */
const SETTLING_MS = 1200;

/** How long the engine must rest before a picture is painted, ms: between the steps of one run it rests for less, and painting would hold the page up. */
const REST_MS = 150;

/**
 * Keeps the viewports in step with the course: the reference CT below, the picture of the active step on it. Until the returned function is called.
 *
 * Only the newest wish is painted; while the engine still works for an older one, newer ones replace each other.
 */
export function startPictures(host: Host): () => void {
  const course = courseServiceOf(host);
  const painter = createPainter(host);
  const picture = createPictureSource(course);
  const framing = createFraming(host);
  let series: string | null = null;
  let painted: readonly unknown[] = [];
  let region: string | null = null;
  let { place } = course.getSnapshot();
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const follow = (): void => {
    const state = course.getSnapshot();
    const reference = referenceCtSeries(state);
    if (reference !== null && reference !== series) {
      series = reference;
      hangingProtocols(host).show(PROTOCOL_ID);
    }
    if (state.place !== place && state.place) painter.lookAt(state.place);
    place = state.place;
    const wanted = [JSON.stringify(sceneOf(state)), ...pictureOrigins(state)];
    if (busy || state.running !== null || wanted.every((part, index) => part === painted[index])) return;
    clearTimeout(rest);
    rest = setTimeout(() => {
      if (busy || course.getSnapshot().running !== null) return;
      painted = [JSON.stringify(sceneOf(course.getSnapshot())), ...pictureOrigins(course.getSnapshot())];
      void paint();
    }, REST_MS);
  };
  const paint = async (): Promise<void> => {
    busy = true;
    const scene = sceneOf(course.getSnapshot());
    try {
      const content = await picture(scene);
      await painter.paint(content);
      framing.frame(course.getSnapshot());
      if (content.centre && scene.region !== region) painter.lookAt(content.centre);
      if (content.centre) region = scene.region;
    } catch (fault) {
      painter.clear();
      if (!(fault instanceof GraywiseError)) notifications(host).show({ title: 'Picture', message: String(fault), type: 'error' });
    }
    busy = false;
    follow();
  };
  const arranged = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      painter.clear();
      painted = [];
      region = null;
      follow();
    }, SETTLING_MS);
  };
  const stops = [course.subscribe(follow), hangingProtocols(host).onShown(arranged)];
  return () => {
    clearTimeout(timer);
    clearTimeout(rest);
    framing.stop();
    for (const stop of stops) stop();
    painter.clear();
  };
}
