import { GraywiseError } from '@graywise/physics';
import type { CtSeries } from '../../model/importedStudy.js';
import type { ParsedObject } from '../../part10/parsePart10.js';
import { assembleGrid, type Grid } from '../geometry/assembleGrid.js';
import { framePlane } from '../geometry/framePlane.js';
import { frameOfReferenceOf } from '../emission/emissionGrid.js';
import { folderOf, patientOf, referenceOf } from '../identity.js';
import { acquisitionMoment, dateAndTime } from '../time/acquisitionMoment.js';
import { instantOfMoment, type LocalMoment } from '../time/LocalMoment.js';
import { parseZone } from '../time/parseDicomTime.js';

/** Describes one CT volume from the headers of its slices. Its geometry is proven when it is read. Throws GW_MISSING_TAG, GW_DATE_TIME. */
export function ctSeries(objects: readonly ParsedObject[], assumedOffsetMinutes: number): CtSeries {
  const first = objects[0];
  if (!first) throw new GraywiseError('GW_NO_IMAGES', { where: 'the CT series' });
  const starts = objects.map(object => instantOfMoment(ctMoment(object), assumedOffsetMinutes));
  return {
    reference: referenceOf(first),
    patient: patientOf(first),
    folder: folderOf(first),
    start: starts.reduce((a, b) => (b.epochSeconds < a.epochSeconds ? b : a)),
    frameOfReferenceUid: frameOfReferenceOf(first),
    description: first.dataset.text('SeriesDescription') ?? '',
    files: objects.map(({ file }) => file),
  };
}

/** The regular grid of CT slices, single-frame or enhanced. Throws GW_GEOMETRY naming gaps, tilt and unequal spacing; GW_ORIENTATION, GW_MISSING_TAG. */
export function ctGrid(objects: readonly ParsedObject[], where: string): Grid {
  const first = objects[0];
  if (!first) throw new GraywiseError('GW_NO_IMAGES', { where });
  const planes = objects.flatMap(object =>
    Array.from({ length: object.dataset.number('NumberOfFrames') ?? 1 }, (_, frame) => framePlane(object, frame)),
  );
  const singleSliceSpacingMm = first.dataset.number('SliceThickness');
  return assembleGrid(planes, { where, frameOfReferenceUid: frameOfReferenceOf(first), singleSliceSpacingMm, stacked: false });
}

/** Nothing is computed from the time of a CT, so one without an acquisition time is shown under the time of its study. */
function ctMoment(object: ParsedObject): LocalMoment {
  try {
    return acquisitionMoment(object);
  } catch (error) {
    const study = dateAndTime(object, 'Study', parseZone(object.dataset.text('TimezoneOffsetFromUTC'), object.file.name));
    if (study) return study;
    throw error;
  }
}
