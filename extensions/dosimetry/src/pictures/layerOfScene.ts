import type { CourseService } from '@graywise/extension-core';
import type { Volume } from '@graywise/physics';
import { checkerboard } from './checkerboard.js';
import { ACTIVITY_COLORMAP } from './colormaps.js';
import { doseLayer } from './doseLayer.js';
import { activityLook, CT_LOOK } from './layerLook.js';
import type { Layer } from './pictureContent.js';
import type { Scene } from './scene.js';
import { upperValue } from './upperValue.js';

/** Edge of a checkerboard's square: about the width of a vertebra. */
const SQUARE_MM = 40;

/** A tenth of the window. */
const BRIGHTER_HU = 40;

/** The layer of a scene, from the engine's volumes. Throws GraywiseError when the engine has no such volume. */
export async function layerOfScene(course: CourseService, { layer, timePoint }: Pick<Scene, 'layer' | 'timePoint'>): Promise<Layer | null> {
  if (layer === 'none' || layer === 'reference CT') return null;
  if (layer === 'activity') return activityLayer(await course.displayVolume({ kind: 'carried activity', timePoint }));
  if (layer !== 'carried CT' && layer !== 'checkerboard') return doseLayer(course, layer);
  const carried = await course.displayVolume({ kind: 'carried CT', timePoint });
  const volume =
    layer === 'carried CT' ? carried : checkerboard(await course.displayVolume({ kind: 'reference CT' }), carried, SQUARE_MM, BRIGHTER_HU);
  return { volume, look: CT_LOOK, legend: null, isodoses: [] };
}

function activityLayer(volume: Volume): Layer {
  const maximum = upperValue(volume.data, 0.999);
  const kilo = maximum / 1e3;
  const ticks = [0, kilo / 4, kilo / 2, (3 * kilo) / 4, kilo];
  const legend = { colormap: ACTIVITY_COLORMAP, title: 'activity', minimum: 0, maximum: kilo, unit: 'kBq/mL', ticks };
  return { volume, look: activityLook(maximum), legend, isodoses: [] };
}
