import { CourseProvider, coursePart, courseServiceOf, isolatedComponent, type Host } from '@graywise/extension-core';
import type { ReactNode } from 'react';
import { PlanCoursePanel } from './plan/PlanCoursePanel.js';
import { PlanDock } from './plan/PlanDock.js';
import { PrescriptionPanel } from './plan/PrescriptionPanel.js';
import { RecordStep } from './verify/RecordStep.js';
import { VerifyDock } from './verify/VerifyDock.js';
import { VerifyStep } from './verify/VerifyStep.js';

/** The extension of the steps Verify and Record, and of planning the next cycle. */
const extension = {
  id: '@graywise/extension-planning',

  preRegistration(host: Host): void {
    const course = courseServiceOf(host);
    course.parts.register('step:verify', coursePart(course, <VerifyStep />));
    course.parts.register('step:record', coursePart(course, <RecordStep />));
    course.parts.register('dock:verify', coursePart(course, <VerifyDock />));
    course.parts.register('dock:plan', coursePart(course, <PlanDock />));
  },

  getPanelModule(host: Host): readonly object[] {
    const inCourse = (content: ReactNode) => () => <CourseProvider course={courseServiceOf(host)}>{content}</CourseProvider>;
    return [
      {
        name: 'course',
        iconName: 'tab-patient-info',
        iconLabel: 'Course',
        label: 'Course',
        component: isolatedComponent(inCourse(<PlanCoursePanel />), 'gw-host'),
      },
      {
        name: 'prescription',
        iconName: 'tab-linear',
        iconLabel: 'Plan',
        label: 'Plan',
        component: isolatedComponent(inCourse(<PrescriptionPanel />), 'gw-host'),
      },
    ];
  },
};

export default extension;
