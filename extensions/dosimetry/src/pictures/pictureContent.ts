import type { Point3 } from '@graywise/extension-core';
import type { Volume } from '@graywise/physics';
import type { LayerLook } from './layerLook.js';
import type { Legend } from './legendOverlay.js';
import type { LevelLine } from './linesOverlay.js';

/** What is laid on the CT, with its colour scale and the lines that belong to it. */
export interface Layer {
  readonly volume: Volume;
  readonly look: LayerLook;
  readonly legend: Legend | null;
  readonly isodoses: readonly LevelLine[];
}

/** A scene with its voxels. Two contents with the same `layer` object show the same layer. */
export interface PictureContent {
  readonly layer: Layer | null;
  readonly lines: readonly LevelLine[];
  /** Why the layer cannot be shown, for a person; null when it is. */
  readonly missing: string | null;
  /** Where the selected region is, mm LPS; null when it is not known. */
  readonly centre: Point3 | null;
}
