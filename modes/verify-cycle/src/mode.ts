import { cycleMode, type ModeFactoryContext } from '@graywise/extension-core';
import { PROTOCOL_ID } from '@graywise/extension-dosimetry';
import { enterVerifyCycle } from './enterVerifyCycle.js';

const id = '@graywise/mode-verify-cycle';

/** After a cycle: what did it deliver, how sure are we, and is it what we expected? */
const mode = {
  id,
  modeFactory: (context: ModeFactoryContext): Promise<object> =>
    cycleMode(
      {
        id,
        routeName: 'verify-cycle',
        displayName: 'Verify cycle',
        layout: '@graywise/extension-core.layoutTemplateModule.stage',
        leftPanels: ['@graywise/extension-dosimetry.panelModule.course', '@ohif/extension-default.panelModule.seriesList'],
        rightPanels: [
          '@graywise/extension-dosimetry.panelModule.step',
          '@ohif/extension-cornerstone.panelModule.panelSegmentationWithToolsLabelMap',
        ],
        hangingProtocol: PROTOCOL_ID,
        enter: enterVerifyCycle,
      },
      context,
    ),
  extensionDependencies: {},
};

export default mode;
