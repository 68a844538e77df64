import type { Host } from '../host/host.js';
import { hostService } from '../host/hostService.js';

/** The arrangement of viewports. */
export interface HangingProtocols {
  show(protocolId: string): void;
  /** Lets a protocol choose display sets by an attribute that is computed here. */
  addAttribute(id: string, label: string, compute: (displaySet: { readonly SeriesInstanceUID?: string }) => unknown): void;
  /** The listener is called whenever an arrangement has been applied. */
  onShown(listener: () => void): () => void;
}

interface HangingProtocolService {
  readonly EVENTS: { readonly PROTOCOL_CHANGED: string };
  setProtocol(protocolId: string): void;
  addCustomAttribute(id: string, label: string, compute: (displaySet: { readonly SeriesInstanceUID?: string }) => unknown): void;
  subscribe(event: string, listener: () => void): { unsubscribe(): void };
}

export function hangingProtocols(host: Host): HangingProtocols {
  const service = hostService<HangingProtocolService>(host, 'hangingProtocolService');
  return {
    show: protocolId => service.setProtocol(protocolId),
    addAttribute: (id, label, compute) => service.addCustomAttribute(id, label, compute),
    onShown: listener => {
      const subscription = service.subscribe(service.EVENTS.PROTOCOL_CHANGED, listener);
      return () => subscription.unsubscribe();
    },
  };
}
