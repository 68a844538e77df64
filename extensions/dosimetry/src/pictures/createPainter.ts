import { cornerstone, viewports, type Host, type VolumeViewport } from '@graywise/extension-core';
import { legendOverlay } from './legendOverlay.js';
import { linesOverlay } from './linesOverlay.js';
import { localVolume } from './localVolume.js';
import type { Layer, PictureContent } from './pictureContent.js';
import { noteOverlay } from './noteOverlay.js';
import { showLayer } from './showLayer.js';

/** Puts pictures on the viewports: one at a time, each taking the place of the one before. A layer that stays is left alone, so nothing flashes. */
export interface Painter {
  paint(content: PictureContent): Promise<void>;
  /** Scrolls every viewport to a point. */
  lookAt(point: NonNullable<PictureContent['centre']>): void;
  clear(): void;
}

export function createPainter(host: Host): Painter {
  const libraries = cornerstone(host);
  const targets = (): readonly VolumeViewport[] => viewports(host).volumes();
  let count = 0;
  let shown: { readonly layer: Layer; readonly volumeId: string } | null = null;
  let overlays: (() => void)[] = [];

  const clearOverlays = (): void => {
    for (const remove of overlays.splice(0)) remove();
  };
  const clearLayer = (): void => {
    if (!shown) return;
    const { volumeId } = shown;
    shown = null;
    for (const viewport of targets()) removeLayer(viewport, volumeId);
    libraries.cache.removeVolumeLoadObject(volumeId);
  };
  const layOn = async (layer: Layer): Promise<void> => {
    const volumeId = `graywise-layer-${String(++count)}`;
    shown = { layer, volumeId };
    localVolume(libraries, volumeId, layer.volume);
    for (const viewport of targets()) await showLayer(viewport, volumeId, layer.look);
  };

  return {
    clear: () => {
      clearOverlays();
      clearLayer();
    },
    lookAt: point => {
      for (const viewport of targets()) viewport.jumpToWorld?.(point);
    },
    paint: async ({ layer, lines, missing }) => {
      clearOverlays();
      if (shown?.layer !== layer) {
        clearLayer();
        if (layer) await layOn(layer);
      }
      overlays = targets().map(viewport => linesOverlay(viewport, lines));
      const largest = targets().at(0);
      if (missing !== null && largest) overlays.push(noteOverlay(largest.element, missing));
      if (layer?.legend && largest) overlays.push(legendOverlay(largest.element, layer.legend));
    },
  };
}

function removeLayer(viewport: VolumeViewport, volumeId: string): void {
  const ours = viewport.getActors().filter(actor => actor.referencedId === volumeId || actor.uid.includes(volumeId));
  if (ours.length === 0) return;
  viewport.removeVolumeActors(ours.map(actor => actor.uid));
  viewport.render();
}
