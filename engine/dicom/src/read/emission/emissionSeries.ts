import { GraywiseError, second, type Instant, type Second } from '@graywise/physics';
import type { EmissionSeries } from '../../model/importedStudy.js';
import type { ParsedObject } from '../../part10/parsePart10.js';
import { folderOf, patientOf, referenceOf, studyOf } from '../identity.js';
import { acquisitionMoment } from '../time/acquisitionMoment.js';
import { instantOfMoment, type LocalMoment } from '../time/LocalMoment.js';
import { administrationOf } from './administrationOf.js';
import { cameraOf } from './cameraOf.js';
import { decayReference } from './decayReference.js';
import { emissionGrid } from './emissionGrid.js';
import { nmTiming } from './nmTiming.js';
import { nuclideOf, radiopharmaceuticalOf } from './nuclideOf.js';

/**
 * Describes an emission volume from its headers: one NM object, or all objects of a PET series.
 * Throws the refusals of its parts: nothing is described that could not be read right later.
 */
export function emissionSeries(objects: readonly ParsedObject[], modality: 'NM' | 'PT', assumedOffsetMinutes: number): EmissionSeries {
  const first = earliest(objects);
  const { object, moment } = first;
  const nuclide = nuclideOf(object);
  const { grid, unit, energyWindowKev } = emissionGrid(objects, modality, nuclide);
  const start = instantOfMoment(moment, assumedOffsetMinutes);
  const { administration, notes } = administrationOf(object, modality, moment, nuclide, assumedOffsetMinutes);
  const timing = modality === 'NM' ? nmTiming(object) : petTiming(objects, first);
  const spacingStated =
    modality === 'PT' || object.dataset.has('SpacingBetweenSlices') || object.dataset.has('PerFrameFunctionalGroupsSequence');
  const spacingNote = spacingStated ? null : 'No spacing between slices is stated; the slice thickness was taken.';
  return {
    reference: referenceOf(object),
    patient: patientOf(object),
    study: studyOf(object),
    folder: folderOf(object),
    modality,
    start,
    zoneStated: moment.offsetMinutes !== null,
    durationSeconds: timing.durationSeconds,
    countingSeconds: timing.countingSeconds,
    detectors: object.dataset.number('NumberOfDetectors'),
    camera: cameraOf(object, energyWindowKev),
    nuclide,
    statedHalfLife: halfLifeOf(object),
    radiopharmaceutical: radiopharmaceuticalOf(object),
    frameOfReferenceUid: grid.geometry.frameOfReferenceUid,
    unit: unit === 'Bq/mL' ? 'Bq/mL' : 'counts',
    decayCorrectedTo: decayReference(object, modality, start, administration.start, assumedOffsetMinutes),
    administration,
    description: object.dataset.text('SeriesDescription') ?? '',
    notes: [...notes, timing.note, spacingNote].filter(note => note !== null),
    files: objects.map(({ file }) => file),
  };
}

interface Timing {
  readonly countingSeconds: number;
  readonly durationSeconds: number;
  readonly note: string | null;
}

interface Dated {
  readonly object: ParsedObject;
  readonly moment: LocalMoment;
}

function earliest(objects: readonly ParsedObject[]): Dated {
  const dated = objects.map(object => ({ object, moment: acquisitionMoment(object) }));
  const epoch = ({ moment }: Dated): Instant['epochSeconds'] => instantOfMoment(moment, 0).epochSeconds;
  return dated.reduce((a, b) => (epoch(b) < epoch(a) ? b : a));
}

/** ActualFrameDuration of PET is the time of one bed position, in ms (PS3.3 C.8.9.4); beds follow one another on the clock. */
function petTiming(objects: readonly ParsedObject[], first: Dated): Timing {
  const durations = objects.map(({ dataset }) => {
    const group = dataset.item('PerFrameFunctionalGroupsSequence')?.item('FrameContentSequence');
    return (dataset.number('ActualFrameDuration') ?? group?.number('FrameAcquisitionDuration') ?? 0) / 1000;
  });
  const countingSeconds = Math.max(...durations);
  if (!(countingSeconds > 0)) throw new GraywiseError('GW_MISSING_TAG', { tag: 'ActualFrameDuration', where: first.object.file.name });
  const ends = objects.map((object, index) => acquisitionMoment(object).wallSeconds + (durations[index] ?? 0));
  return { countingSeconds, durationSeconds: Math.max(...ends) - first.moment.wallSeconds, note: null };
}

function halfLifeOf({ dataset }: ParsedObject): Second | null {
  const stated = dataset.item('RadiopharmaceuticalInformationSequence')?.number('RadionuclideHalfLife') ?? null;
  return stated === null || stated <= 0 ? null : second(stated);
}
