import type { Host } from './host.js';

/** A service of OHIF, narrowed to the shape that a port states. Throws when this viewer has no such service. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the one door where an untyped service gets the type of its port
export function hostService<T>(host: Host, name: string): T {
  const found = host.servicesManager.services[name];
  if (!found) throw new Error(`This viewer has no ${name}.`);
  return found as T;
}
