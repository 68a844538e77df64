import type { Host } from '../host/host.js';
import { hostService } from '../host/hostService.js';

/** A series as the viewer holds it. */
export interface DisplaySet {
  readonly displaySetInstanceUID: string;
  readonly SeriesInstanceUID: string;
  readonly StudyInstanceUID: string;
  readonly Modality: string;
  readonly isReconstructable?: boolean;
  readonly instances?: readonly { readonly PatientID?: string }[];
}

export interface DisplaySets {
  all(): readonly DisplaySet[];
  onAdded(listener: () => void): () => void;
}

interface DisplaySetService {
  readonly EVENTS: { readonly DISPLAY_SETS_ADDED: string };
  getActiveDisplaySets(): readonly DisplaySet[];
  subscribe(event: string, listener: () => void): { unsubscribe(): void };
}

export function displaySets(host: Host): DisplaySets {
  const service = hostService<DisplaySetService>(host, 'displaySetService');
  return {
    all: () => service.getActiveDisplaySets(),
    onAdded: listener => {
      const subscription = service.subscribe(service.EVENTS.DISPLAY_SETS_ADDED, listener);
      return () => subscription.unsubscribe();
    },
  };
}
