import {
  cornerstone,
  CourseProvider,
  coursePart,
  courseServiceOf,
  hangingProtocols,
  isolatedComponent,
  panels,
  segmentation,
  type Host,
} from '@graywise/extension-core';
import type { ReactNode } from 'react';
import { DoseDock } from './charts/DoseDock.js';
import { TimeActivityDock } from './charts/TimeActivityDock.js';
import { CoursePanel } from './panels/CoursePanel.js';
import { StepPanel } from './panels/StepPanel.js';
import { registerColormaps } from './pictures/colormaps.js';
import { BASE_ATTRIBUTE, HANGING_PROTOCOL, PROTOCOL_ID } from './pictures/hangingProtocol.js';
import { referenceCtSeries } from './pictures/referenceCtSeries.js';
import { DrawingToolsContext, type DrawingTools } from './steps/drawingTools.js';

const DRAWING_PANEL = '@ohif/extension-cornerstone.panelModule.panelSegmentationWithToolsLabelMap';

/** The extension of the steps Calibrate to Dose: panels, charts and pictures. */
const extension = {
  id: '@graywise/extension-dosimetry',

  preRegistration(host: Host): void {
    registerColormaps(cornerstone(host));
    const course = courseServiceOf(host);
    hangingProtocols(host).addAttribute(
      BASE_ATTRIBUTE,
      'Reference CT of Graywise',
      displaySet => displaySet.SeriesInstanceUID === referenceCtSeries(course.getSnapshot()),
    );
    course.parts.register('dock:time-activity', coursePart(course, <TimeActivityDock />));
    course.parts.register('dock:dose', coursePart(course, <DoseDock />));
    course.parts.register('dock:record', coursePart(course, <DoseDock />));
  },

  getHangingProtocolModule(): readonly object[] {
    return [{ name: PROTOCOL_ID, protocol: HANGING_PROTOCOL }];
  },

  getPanelModule(host: Host): readonly object[] {
    const inCourse = (content: ReactNode) => () => (
      <DrawingToolsContext.Provider value={drawingTools(host)}>
        <CourseProvider course={courseServiceOf(host)}>{content}</CourseProvider>
      </DrawingToolsContext.Provider>
    );
    return [
      {
        name: 'course',
        iconName: 'tab-patient-info',
        iconLabel: 'Course',
        label: 'Course',
        component: isolatedComponent(inCourse(<CoursePanel />), 'gw-host'),
      },
      {
        name: 'step',
        iconName: 'tab-linear',
        iconLabel: 'Step',
        label: 'Step',
        component: isolatedComponent(inCourse(<StepPanel />), 'gw-host'),
      },
    ];
  },
};

export default extension;

function drawingTools(host: Host): DrawingTools {
  return {
    open: () => panels(host).activate(DRAWING_PANEL),
    drawn: () => segmentation(host).drawn(),
    use: async segmentationId => {
      await segmentation(host).store(segmentationId);
      await courseServiceOf(host).actions.readAgain();
    },
  };
}
