import { cornerstone, viewports, type Host, type VolumeViewport } from '@graywise/extension-core';
import { legendOverlay } from './legendOverlay.js';
import { linesOverlay } from './linesOverlay.js';
import { localVolume } from './localVolume.js';
import type { PictureContent } from './pictureContent.js';
import { showLayer } from './showLayer.js';

/** Puts pictures on the viewports: one at a time, each taking the place of the one before. */
export interface Painter {
  paint(content: PictureContent): Promise<void>;
  clear(): void;
}

export function createPainter(host: Host): Painter {
  const libraries = cornerstone(host);
  let count = 0;
  let shown: string | null = null;
  let overlays: (() => void)[] = [];
  const clear = (): void => {
    for (const remove of overlays.splice(0)) remove();
    if (shown === null) return;
    const gone = shown;
    shown = null;
    for (const viewport of viewports(host).volumes()) removeLayer(viewport, gone);
    libraries.cache.removeVolumeLoadObject(gone);
  };
  return {
    clear,
    paint: async content => {
      clear();
      const targets = viewports(host).volumes();
      if (content.layer) {
        shown = `graywise-layer-${String(++count)}`;
        localVolume(libraries, shown, content.layer.volume);
        for (const viewport of targets) await showLayer(viewport, shown, content.layer.look);
      }
      overlays = targets.map(viewport => linesOverlay(viewport, content.lines));
      const last = targets.at(-1);
      if (content.legend && last) overlays.push(legendOverlay(last.element, content.legend));
    },
  };
}

function removeLayer(viewport: VolumeViewport, volumeId: string): void {
  const ours = viewport.getActors().filter(actor => actor.referencedId === volumeId || actor.uid.includes(volumeId));
  if (ours.length === 0) return;
  viewport.removeVolumeActors(ours.map(actor => actor.uid));
  viewport.render();
}
