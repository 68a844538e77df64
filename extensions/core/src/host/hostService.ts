import type { Host } from './host.js';

/** A service of OHIF, narrowed to the shape that a port states. Throws when this viewer has no such service. */
export function hostService<T>(host: Host, name: string): T {
  const found = host.servicesManager.services[name];
  if (!found) throw new Error(`This viewer has no ${name}.`);
  return found as T;
}
