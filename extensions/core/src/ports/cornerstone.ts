import type { Host } from '../host/host.js';

export type Point3 = readonly [number, number, number];

/** The libraries that draw, as far as they are used here. They always come from the host. */
export interface Cornerstone {
  readonly metaData: {
    get(type: string, imageId: string): unknown;
    addProvider(provider: (type: string, imageId: unknown) => unknown, priority: number): void;
  };
  readonly cache: { getVolume(id: string): LocalVolume | undefined; removeVolumeLoadObject(id: string): void };
  readonly volumeLoader: { createLocalVolume(id: string, options: object): LocalVolume };
  readonly utilities: { readonly colormap: { registerColormap(colormap: object): void } };
}

export interface LocalVolume {
  readonly volumeId: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  modified(): void;
}

/** The cornerstone libraries of the host. Throws when the host has no cornerstone extension. */
export function cornerstone(host: Host): Cornerstone {
  const entry = host.extensionManager.getModuleEntry('@ohif/extension-cornerstone.utilityModule.common');
  const common = entry?.exports as { getCornerstoneLibraries(): { cornerstone: Cornerstone } } | undefined;
  if (!common) throw new Error('This viewer has no cornerstone extension.');
  return common.getCornerstoneLibraries().cornerstone;
}
