import { cssColor, knownVerification, type CourseService } from '@graywise/extension-core';
import type { RegionMask, Volume } from '@graywise/physics';
import { checkerboard } from './checkerboard.js';
import { colorAt } from './colorAt.js';
import { ACTIVITY_COLORMAP, DOSE_COLORMAP } from './colormaps.js';
import { isodoseLevels } from './isodoseLevels.js';
import { activityLook, CT_LOOK, doseLook, type LayerLook } from './layerLook.js';
import type { Legend } from './legendOverlay.js';
import type { LevelLine } from './linesOverlay.js';
import type { Scene } from './scene.js';
import { upperValue } from './upperValue.js';

/** Edge of a checkerboard's square: about the width of a vertebra. */
const SQUARE_MM = 40;

/** A scene with its voxels: what is laid on the CT. */
export interface PictureContent {
  readonly layer: { readonly volume: Volume; readonly look: LayerLook } | null;
  readonly lines: readonly LevelLine[];
  readonly legend: Legend | null;
}

/** Fetches what a scene needs from the engine. Throws GraywiseError when the engine has no such volume. */
export async function pictureContent(course: CourseService, scene: Scene): Promise<PictureContent> {
  if (scene.layer === 'absorbed dose') return dosePicture(course, scene);
  const masks = scene.lines === 'regions' ? await course.displayRegions() : [];
  const lines = masks.map(mask => regionLine(mask, scene.region));
  if (scene.layer === 'activity')
    return activityPicture(await course.displayVolume({ kind: 'carried activity', timePoint: scene.timePoint }), lines);
  if (scene.layer === 'none' || scene.layer === 'reference CT') return { layer: null, lines, legend: null };
  const carried = await course.displayVolume({ kind: 'carried CT', timePoint: scene.timePoint });
  const volume =
    scene.layer === 'carried CT' ? carried : checkerboard(await course.displayVolume({ kind: 'reference CT' }), carried, SQUARE_MM);
  return { layer: { volume, look: CT_LOOK }, lines, legend: null };
}

function activityPicture(volume: Volume, lines: readonly LevelLine[]): PictureContent {
  const maximum = upperValue(volume.data, 0.999);
  const legend: Legend = { colormap: ACTIVITY_COLORMAP, maximum: maximum / 1e3, unit: 'kBq/mL', ticks: isodoseLevels(maximum / 1e3) };
  return { layer: { volume, look: activityLook(maximum) }, lines, legend };
}

/** The scale ends at the largest D2 of the regions, so that one hot voxel does not darken everything else. */
async function dosePicture(course: CourseService, scene: Scene): Promise<PictureContent> {
  const volume = await course.displayVolume({ kind: 'absorbed dose' });
  const regions = knownVerification(course.getSnapshot()).regions ?? [];
  const maximum =
    Math.max(...regions.filter(region => region.name !== 'whole-body').map(region => region.histogram.d2Gy), 0) ||
    upperValue(volume.data, 0.999);
  const levels = isodoseLevels(maximum);
  const isodoses = levels.map((level): LevelLine => ({
    geometry: volume.geometry,
    data: volume.data,
    level,
    color: colorAt(DOSE_COLORMAP, level / maximum),
    width: 1.4,
    dashed: false,
  }));
  const masks = (await course.displayRegions()).filter(mask => mask.name === scene.region);
  return {
    layer: { volume, look: doseLook(maximum) },
    lines: [...isodoses, ...masks.map(mask => ({ ...regionLine(mask, scene.region), dashed: true }))],
    legend: { colormap: DOSE_COLORMAP, maximum, unit: 'Gy', ticks: levels },
  };
}

function regionLine(mask: RegionMask, selected: string | null): LevelLine {
  return {
    geometry: mask.geometry,
    data: mask.mask,
    level: 0.5,
    color: cssColor(mask.color),
    width: mask.name === selected ? 2.6 : 1.4,
    dashed: false,
  };
}
