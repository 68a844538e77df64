import { courseServiceOf, cycleMode, openedStudies, type Host, type ModeFactoryContext } from '@graywise/extension-core';
import { PROTOCOL_ID } from '@graywise/extension-dosimetry';

const id = '@graywise/mode-plan-cycle';

/** Opens the course of the studies in the address until the mode is left. */
function enterPlanCycle(host: Host): () => void {
  const { actions } = courseServiceOf(host);
  void actions.openCourse(openedStudies(window.location.search));
  return () => actions.closeCourse();
}

/** Before the next cycle: what activity should it have, and how likely do the limits hold? */
const mode = {
  id,
  modeFactory: (context: ModeFactoryContext): Promise<object> =>
    cycleMode(
      {
        id,
        routeName: 'plan-cycle',
        displayName: 'Plan cycle',
        layout: '@graywise/extension-core.layoutTemplateModule.charts',
        leftPanels: ['@graywise/extension-planning.panelModule.course'],
        rightPanels: ['@graywise/extension-planning.panelModule.prescription'],
        hangingProtocol: PROTOCOL_ID,
        enter: enterPlanCycle,
      },
      context,
    ),
  extensionDependencies: {},
};

export default mode;
