import { cssColor, type CourseService } from '@graywise/extension-core';
import { GraywiseError, type RegionMask } from '@graywise/physics';
import { layerOfScene } from './layerOfScene.js';
import type { LevelLine } from './linesOverlay.js';
import type { Layer, PictureContent } from './pictureContent.js';
import { pictureOrigins } from './pictureOrigins.js';
import { regionCentre } from './regionCentre.js';
import type { Scene } from './scene.js';

/**
 * Fetches scenes from the engine and keeps the last layer and the regions, so that picking another region changes lines only.
 *
 * What is kept holds until a step has run again or another dose engine was compared: then the origins are other objects.
 */
export function createPictureSource(course: CourseService): (scene: Scene) => Promise<PictureContent> {
  let origins: readonly unknown[] = [];
  let layer: FoundLayer | null = null;
  let masks: readonly RegionMask[] | null = null;
  return async scene => {
    const now = pictureOrigins(course.getSnapshot());
    if (now.some((origin, index) => origin !== origins[index])) [origins, layer, masks] = [now, null, null];
    const key = `${scene.layer} ${String(scene.timePoint)}`;
    if (layer?.key !== key) layer = { key, ...(await foundLayer(course, scene)) };
    if (scene.lines !== 'none') masks ??= await course.displayRegions();
    const shown = scene.lines === 'none' ? [] : (masks ?? []);
    const selected = shown.find(mask => mask.name === scene.region);
    const lines =
      scene.lines === 'isodoses'
        ? [...(layer.layer?.isodoses ?? []), ...(selected ? [{ ...regionLine(selected, true), dashed: true }] : [])]
        : shown.map(mask => regionLine(mask, mask === selected));
    return { layer: layer.layer, missing: layer.missing, lines, centre: selected ? regionCentre(selected) : null };
  };
}

interface FoundLayer {
  readonly key: string;
  readonly layer: Layer | null;
  readonly missing: string | null;
}

/** A stored record holds dose and regions, and no scan carried to another: that picture is not there until the steps run again, and the rest is shown without it. */
async function foundLayer(course: CourseService, scene: Scene): Promise<Omit<FoundLayer, 'key'>> {
  try {
    return { layer: await layerOfScene(course, scene), missing: null };
  } catch (fault) {
    if (!(fault instanceof GraywiseError)) throw fault;
    const stored = course.getSnapshot().stored;
    return { layer: null, missing: stored ? 'The stored record does not hold this picture. "Run again" makes it anew.' : fault.message };
  }
}

function regionLine(mask: RegionMask, selected: boolean): LevelLine {
  return { geometry: mask.geometry, data: mask.mask, level: 0.5, color: cssColor(mask.color), width: selected ? 2.6 : 1.4, dashed: false };
}
