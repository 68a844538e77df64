import { knownVerification, type CourseService } from '@graywise/extension-core';
import type { Volume } from '@graywise/physics';
import { checkerboard } from './checkerboard.js';
import { colorAt } from './colorAt.js';
import { ACTIVITY_COLORMAP, DOSE_COLORMAP } from './colormaps.js';
import { isodoseLevels } from './isodoseLevels.js';
import { activityLook, CT_LOOK, doseLook } from './layerLook.js';
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
  if (layer === 'absorbed dose') return doseLayer(course);
  if (layer === 'activity') return activityLayer(await course.displayVolume({ kind: 'carried activity', timePoint }));
  const carried = await course.displayVolume({ kind: 'carried CT', timePoint });
  const volume =
    layer === 'carried CT' ? carried : checkerboard(await course.displayVolume({ kind: 'reference CT' }), carried, SQUARE_MM, BRIGHTER_HU);
  return { volume, look: CT_LOOK, legend: null, isodoses: [] };
}

function activityLayer(volume: Volume): Layer {
  const maximum = upperValue(volume.data, 0.999);
  const kilo = maximum / 1e3;
  const legend = { colormap: ACTIVITY_COLORMAP, maximum: kilo, unit: 'kBq/mL', ticks: [0, kilo / 4, kilo / 2, (3 * kilo) / 4, kilo] };
  return { volume, look: activityLook(maximum), legend, isodoses: [] };
}

/** The scale ends at the largest D2 of the regions, so that one hot voxel does not darken everything else. */
async function doseLayer(course: CourseService): Promise<Layer> {
  const volume = await course.displayVolume({ kind: 'absorbed dose' });
  const regions = knownVerification(course.getSnapshot()).regions ?? [];
  const largestD2 = Math.max(...regions.map(region => region.histogram.d2Gy), 0);
  const maximum = largestD2 > 0 ? largestD2 : upperValue(volume.data, 0.999);
  const levels = isodoseLevels(maximum);
  const isodose = (level: number) => ({
    geometry: volume.geometry,
    data: volume.data,
    level,
    color: colorAt(DOSE_COLORMAP, level / maximum),
    width: 1.4,
    dashed: false,
  });
  return {
    volume,
    look: doseLook(maximum),
    legend: { colormap: DOSE_COLORMAP, maximum, unit: 'Gy', ticks: levels },
    isodoses: levels.map(isodose),
  };
}
