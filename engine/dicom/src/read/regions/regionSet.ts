import type { RegionSet } from '../../model/importedStudy.js';
import type { ParsedObject } from '../../part10/parsePart10.js';
import { patientOf, referenceOf } from '../identity.js';
import { segments, structures } from './describedRegions.js';

/** Describes a SEG or RTSTRUCT object: which regions it holds, in which frame of reference (empty when it states none), on which images. */
export function regionSet(object: ParsedObject, kind: 'SEG' | 'RTSTRUCT'): RegionSet {
  const regions = kind === 'SEG' ? segments(object) : structures(object);
  return {
    reference: referenceOf(object),
    patient: patientOf(object),
    kind,
    frameOfReferenceUid: frameOfReference(object),
    drawnOnSeries: drawnOn(object, kind),
    drawnAt: drawnAt(object),
    regions: regions.map(({ name, label, color }) => ({ name, label, color })),
    files: [object.file],
  };
}

function frameOfReference({ dataset }: ParsedObject): string {
  const stated =
    dataset.item('ReferencedFrameOfReferenceSequence')?.text('FrameOfReferenceUID') ??
    dataset.item('StructureSetROISequence')?.text('ReferencedFrameOfReferenceUID') ??
    dataset.text('FrameOfReferenceUID');
  return stated ?? '';
}

function drawnAt({ dataset }: ParsedObject): string {
  const date = dataset.text('StructureSetDate') ?? dataset.text('ContentDate') ?? '';
  const time = dataset.text('StructureSetTime') ?? dataset.text('ContentTime') ?? '';
  return date === '' ? '' : `${date}${time.slice(0, 6)}`;
}

function drawnOn({ dataset }: ParsedObject, kind: 'SEG' | 'RTSTRUCT'): string[] {
  const studies = dataset.items('ReferencedFrameOfReferenceSequence').flatMap(frame => frame.items('RTReferencedStudySequence'));
  const series =
    kind === 'SEG' ? dataset.items('ReferencedSeriesSequence') : studies.flatMap(study => study.items('RTReferencedSeriesSequence'));
  return [...new Set(series.map(item => item.text('SeriesInstanceUID')).filter(uid => uid !== null))];
}
