import type { Host } from './host.js';

/** A mode as OHIF runs it, as far as ours extend it. */
export interface HostMode {
  readonly routes: readonly HostRoute[];
  readonly sopClassHandlers: readonly string[];
  onModeEnter(host: Host): void;
  onModeExit(host: Host): void;
}

interface HostRoute {
  readonly layoutInstance?: HostLayout;
  layoutTemplate(context: object): HostLayout;
}

interface HostLayout {
  readonly id: string;
  readonly props: { readonly viewports: readonly object[] };
}

/** What OHIF gives to the factory of a mode. */
export interface ModeFactoryContext {
  readonly loadModules: (names: readonly string[]) => Promise<readonly HostModeModule[]>;
}

interface HostModeModule {
  modeFactory(context: object): HostMode | Promise<HostMode>;
}

/** Two modes of the host that ours are made of. */
export interface HostModes {
  /** Knows how every kind of DICOM object is shown. */
  readonly basic: HostMode;
  /** Brings tools, toolbar and drawing tools. */
  readonly segmentation: HostMode;
}

/** The host's own modes, so that what a hospital has in its viewer is in ours too. */
export async function loadHostModes(context: ModeFactoryContext): Promise<HostModes> {
  const [basic, segmentation] = await context.loadModules(['@ohif/mode-basic', '@ohif/mode-segmentation']);
  if (!basic || !segmentation) throw new Error('This viewer has no basic mode or no segmentation mode; Graywise needs OHIF 3.12 or later.');
  return {
    basic: await basic.modeFactory({ loadModules: context.loadModules }),
    segmentation: await segmentation.modeFactory({ loadModules: context.loadModules }),
  };
}
