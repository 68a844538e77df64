import type { RegionMask, Volume } from '@graywise/physics';
import type { DisplayVolume } from '@graywise/course';
import type { SeriesSummary } from '@graywise/dicom';
import type { CourseActions } from '../actions/courseActions.js';
import type { Parts } from '../stage/parts.js';
import type { CourseState } from './courseState.js';

/**
 * The only holder of the current course in the viewer. Registered with OHIF as the service `courseService`.
 *
 * Panels and viewports read snapshots and call actions; they hold nothing of their own but what is half typed in a form.
 */
export interface CourseService {
  readonly getSnapshot: () => CourseState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly actions: CourseActions;
  /** What extensions show at the places of the screen. */
  readonly parts: Parts;
  /** A volume of the current cycle for display. Throws GraywiseError when its step has not run. */
  displayVolume(which: DisplayVolume): Promise<Volume>;
  /** The regions of the current cycle on the dose grid. */
  displayRegions(): Promise<readonly RegionMask[]>;
  /** Emission series of the archive by part of a patient name: to choose a calibration. */
  findEmissionSeries(patientNamePart: string): Promise<readonly SeriesSummary[]>;
}
