import type { Host } from '../host/host.js';
import { hostService } from '../host/hostService.js';

/** The side panels of the viewer. */
export interface Panels {
  activate(panelId: string): void;
}

export function panels(host: Host): Panels {
  return {
    activate: panelId =>
      hostService<{ activatePanel(id: string, force: boolean): void }>(host, 'panelService').activatePanel(panelId, true),
  };
}
