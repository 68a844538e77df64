import type { Instant } from '@graywise/physics';
import { bindActions } from '../actions/bindActions.js';
import type { CourseContext, EngineClient } from '../actions/courseContext.js';
import type { Archive } from '@graywise/dicom';
import { createParts } from '../stage/parts.js';
import { regionColor } from '../format/regionColor.js';
import { createStore } from '../store/createStore.js';
import { CLOSED_COURSE, type CourseState } from './courseState.js';
import type { CourseService } from './courseService.js';

/** What the service needs from outside: the archive, the engine, the clock and a way to say something. */
export interface CourseSurroundings {
  readonly archive: Archive;
  openEngine(): EngineClient;
  now(): Instant;
  notify: CourseContext['notify'];
}

export function createCourseService(surroundings: CourseSurroundings): CourseService {
  const store = createStore<CourseState>(CLOSED_COURSE);
  const context: CourseContext = { ...surroundings, store, session: { engine: null, files: [], abort: null } };
  const engine = (): EngineClient => {
    if (!context.session.engine) throw new Error('No course is open.');
    return context.session.engine;
  };
  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    actions: bindActions(context),
    parts: createParts(),
    displayVolume: async which => engine().displayVolume(store.getSnapshot().cycle, which),
    displayRegions: async () =>
      (await engine().displayRegions(store.getSnapshot().cycle)).map(mask => ({ ...mask, color: regionColor(mask.name, mask.color) })),
    findEmissionSeries: namePart => surroundings.archive.findEmissionSeries(namePart),
  };
}
