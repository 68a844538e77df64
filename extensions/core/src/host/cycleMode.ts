import type { Host } from './host.js';
import { loadHostModes, type HostMode, type ModeFactoryContext } from './loadHostModes.js';
import { modeValidity } from './modeValidity.js';

/** What tells our modes apart. */
export interface CycleModeDescription {
  readonly id: string;
  readonly routeName: string;
  readonly displayName: string;
  readonly layout: string;
  readonly leftPanels: readonly string[];
  readonly rightPanels: readonly string[];
  readonly hangingProtocol: string;
  /** Starts what lives as long as the mode; the returned function ends it. */
  readonly enter: (host: Host) => () => void;
}

const RIGHT_PANEL_WIDTH = 470;
const LEFT_PANEL_WIDTH = 300;

/**
 * A mode made of the host's own ones at run time.
 *
 * It names no extension of ours in `extensions`: the host would try to import them by package name. They are registered when the viewer starts.
 */
export async function cycleMode(description: CycleModeDescription, context: ModeFactoryContext): Promise<object> {
  const { basic, segmentation } = await loadHostModes(context);
  const { id, routeName, displayName, hangingProtocol } = description;
  let leave: (() => void) | null = null;
  return {
    ...basic,
    ...segmentation,
    id,
    routeName,
    displayName,
    hide: false,
    hangingProtocol,
    sopClassHandlers: basic.sopClassHandlers,
    isValidMode: modeValidity,
    onModeEnter(this: HostMode, host: Host) {
      segmentation.onModeEnter.call(this, host);
      leave = description.enter(host);
    },
    onModeExit(this: HostMode, host: Host) {
      leave?.();
      leave = null;
      segmentation.onModeExit.call(this, host);
    },
    routes: [{ path: routeName, layoutTemplate: () => layout(description, basic) }],
  };
}

function layout({ layout: id, leftPanels, rightPanels }: CycleModeDescription, basic: HostMode): object {
  const [route] = basic.routes;
  const viewports = (route?.layoutInstance ?? route?.layoutTemplate({}))?.props.viewports ?? [];
  return {
    id,
    props: {
      leftPanels: [...leftPanels],
      rightPanels: [...rightPanels],
      leftPanelResizable: true,
      rightPanelResizable: true,
      leftPanelClosed: false,
      rightPanelClosed: false,
      leftPanelInitialExpandedWidth: LEFT_PANEL_WIDTH,
      rightPanelInitialExpandedWidth: RIGHT_PANEL_WIDTH,
      viewports: [...viewports],
    },
  };
}
