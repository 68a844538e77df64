import type { Host } from '../host/host.js';
import { hostService } from '../host/hostService.js';

/** A segmentation drawn with the viewer's own tools. */
export interface DrawnSegmentation {
  readonly segmentationId: string;
  readonly label: string;
}

export interface Segmentation {
  drawn(): readonly DrawnSegmentation[];
  /** Stores a drawn segmentation in the archive as DICOM SEG, by the viewer's own export. */
  store(segmentationId: string): Promise<void>;
}

interface ActiveDataSource {
  readonly store: { dicom(dataset: unknown): Promise<unknown> };
}

export function segmentation(host: Host): Segmentation {
  return {
    drawn: () => hostService<{ getSegmentations(): readonly DrawnSegmentation[] }>(host, 'segmentationService').getSegmentations(),
    store: async segmentationId => {
      const generated = (await host.commandsManager.runCommand('generateSegmentation', { segmentationId }, 'SEGMENTATION')) as
        { dataset?: unknown } | undefined;
      const source = host.extensionManager.getActiveDataSource()[0] as ActiveDataSource;
      await source.store.dicom(generated?.dataset ?? generated);
    },
  };
}
