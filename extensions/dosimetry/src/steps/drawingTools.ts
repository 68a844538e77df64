import { createContext } from 'react';
import type { DrawnSegmentation } from '@graywise/extension-core';

/** The viewer's own segmentation tools, as far as the step Regions needs them. */
export interface DrawingTools {
  open(): void;
  drawn(): readonly DrawnSegmentation[];
  /** Stores a drawn segmentation as DICOM SEG and reads the course again. */
  use(segmentationId: string): Promise<void>;
}

export const DrawingToolsContext = createContext<DrawingTools | null>(null);
