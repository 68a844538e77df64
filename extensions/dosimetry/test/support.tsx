import type { CourseState } from '@graywise/extension-core';
import type { CycleVerification, Step } from '@graywise/physics';
import type { ReactNode } from 'react';
import { doneStep, OVERVIEW } from '../../core/test/fixtures/fakeEngine';
import { VERIFICATION } from '../../core/test/fixtures/verification';
import { showInCourse, type Shown } from '../../core/test/support';

export { click, type } from '../../core/test/support';

const STEPS: readonly Step[] = ['calibrate', 'align', 'regions', 'time-activity', 'dose'];

/** Shows a part in an open course whose steps up to the dose are done; `known` changes the verification that they know. */
export function show(content: ReactNode, more: Partial<CourseState> = {}, known: Partial<CycleVerification> = {}): Shown {
  return showInCourse(content, {
    overview: OVERVIEW,
    region: 'kidneys',
    outcomes: Object.fromEntries(STEPS.map(step => [step, { ...doneStep(step), known: { ...VERIFICATION, ...known } }])),
    ...more,
  });
}
