/** One entry of an extension's modules, such as a panel, a utility or a layout template. */
export interface ModuleEntry {
  readonly exports?: unknown;
  readonly component?: unknown;
}

/**
 * What OHIF hands to an extension: only the parts used here, and every service unknown until a port narrows it.
 *
 * OHIF publishes no types; the ports of `src/ports` are the only places that say what a service can do.
 */
export interface Host {
  readonly servicesManager: {
    readonly services: Readonly<Record<string, unknown>>;
    registerService(registration: { readonly name: string; create(): unknown }): void;
  };
  readonly commandsManager: { runCommand(name: string, options?: object, context?: string): unknown };
  readonly extensionManager: {
    getModuleEntry(id: string): ModuleEntry | undefined;
    getActiveDataSource(): readonly unknown[];
  };
  readonly appConfig: Readonly<Record<string, unknown>>;
}
