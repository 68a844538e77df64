import { CourseHeader, StatusLine } from '@graywise/extension-core';
import { StepList } from './StepList.js';

/** The left panel: patient, cycles, and the steps of the cycle on the screen. */
export function CoursePanel() {
  return (
    <div className="gw-panel" data-cy="gw-course-panel">
      <CourseHeader />
      <StepList />
      <StatusLine />
    </div>
  );
}
