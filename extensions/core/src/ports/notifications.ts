import type { Host } from '../host/host.js';
import { hostService } from '../host/hostService.js';

/** OHIF's own notifications. */
export interface Notifications {
  show(message: { readonly title: string; readonly message: string; readonly type: 'success' | 'info' | 'warning' | 'error' }): void;
}

export function notifications(host: Host): Notifications {
  return { show: message => hostService<Notifications>(host, 'uiNotificationService').show(message) };
}
