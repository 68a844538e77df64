import { knownVerification, type CourseService, type DosePicture } from '@graywise/extension-core';
import type { Volume } from '@graywise/physics';
import { colorAt } from './colorAt.js';
import { ACTIVITY_COLORMAP, DIVERGING_COLORMAP, DOSE_COLORMAP } from './colormaps.js';
import { isodoseLevels } from './isodoseLevels.js';
import { CLEAR_DOSE, differenceLook, doseLook, gammaLook, uncertaintyLook } from './layerLook.js';
import type { Layer } from './pictureContent.js';
import { roundedUp } from './roundedUp.js';
import { upperValue } from './upperValue.js';

/** The scale of gamma ends here, so that the limit of 1 is its middle. */
const LARGEST_GAMMA = 2;

/** A picture of the step Dose. Throws GraywiseError when the engine has no such volume. */
export async function doseLayer(course: CourseService, picture: DosePicture): Promise<Layer> {
  switch (picture) {
    case 'absorbed dose':
    case 'compared dose':
      return doseWash(course, await doseVolume(course, picture));
    case 'dose difference':
      return differenceWash(await doseVolume(course, picture));
    case 'gamma index':
      return gammaWash(await doseVolume(course, picture));
    case 'dose uncertainty':
      return uncertaintyWash(await doseVolume(course, picture), await doseVolume(course, 'absorbed dose'), doseScale(course));
  }
}

function doseVolume(course: CourseService, picture: DosePicture): Promise<Volume> {
  if (picture === 'absorbed dose' || picture === 'dose uncertainty') return course.displayVolume({ kind: picture });
  const engine = course.getSnapshot().doseReview.comparison?.other.engine ?? 'localDeposition';
  return course.displayVolume({ kind: picture, engine });
}

/** The scale ends at the largest D2 of the regions, so that one hot voxel does not darken everything else; 0 where no region is known. Gy. */
function doseScale(course: CourseService): number {
  const regions = knownVerification(course.getSnapshot()).regions ?? [];
  return Math.max(...regions.map(region => region.histogram.d2Gy), 0);
}

function doseWash(course: CourseService, volume: Volume): Layer {
  const maximum = doseScale(course) || upperValue(volume.data, 0.999);
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
    legend: { colormap: DOSE_COLORMAP, title: 'dose', minimum: 0, maximum, unit: 'Gy', ticks: levels },
    isodoses: levels.map(isodose),
  };
}

function differenceWash(volume: Volume): Layer {
  const largest = roundedUp(upperValue(volume.data, 0.999));
  const ticks = [-largest, -largest / 2, 0, largest / 2, largest];
  const legend = { colormap: DIVERGING_COLORMAP, title: 'difference', minimum: -largest, maximum: largest, unit: 'Gy', ticks };
  return { volume, look: differenceLook(largest), legend, isodoses: [] };
}

function gammaWash(volume: Volume): Layer {
  const ticks = [0, 0.5, 1, 1.5, LARGEST_GAMMA];
  const legend = { colormap: DIVERGING_COLORMAP, title: 'gamma', minimum: 0, maximum: LARGEST_GAMMA, unit: 'limit 1', ticks };
  return { volume, look: gammaLook(LARGEST_GAMMA), legend, isodoses: [] };
}

/** The relative uncertainty in %, only where the dose itself is coloured: where there is hardly any dose, its uncertainty says nothing. */
function uncertaintyWash(relative: Volume, dose: Volume, scaleGy: number): Layer {
  const threshold = CLEAR_DOSE * (scaleGy || upperValue(dose.data, 0.999));
  const percent = relative.data.map((share, voxel) => ((dose.data[voxel] ?? 0) >= threshold ? 100 * share : 0));
  const largest = roundedUp(upperValue(percent, 0.99));
  const ticks = [0, largest / 4, largest / 2, (3 * largest) / 4, largest];
  const legend = { colormap: ACTIVITY_COLORMAP, title: 'uncertainty', minimum: 0, maximum: largest, unit: '%', ticks };
  return { volume: { ...relative, data: percent }, look: uncertaintyLook(largest), legend, isodoses: [] };
}
