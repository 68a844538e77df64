import type { ParsedObject } from '../../part10/parsePart10.js';
import { groupBy } from '../groupBy.js';
import type { Ignored } from '../sortObjects.js';

/** ImageType values of overview images. */
const SCOUT = ['LOCALIZER', 'SCOUT', 'TOPOGRAM', 'SURVIEW'];

/** The stacks of slices that CT objects form, and what belongs to none. */
export interface CtStacks {
  readonly stacks: readonly ParsedObject[][];
  readonly ignored: readonly Ignored[];
}

/**
 * Splits CT objects into stacks: by series, frame of reference, orientation and pixel grid, and by acquisition where slices of several
 * acquisitions of one series lie at the same place. Overview images, pixels that are not HU and lone slices beside a stack are left out.
 * Original axial stacks come first, larger ones before smaller ones.
 */
export function splitCtSeries(objects: readonly ParsedObject[]): CtStacks {
  const ignored: Ignored[] = [];
  const usable = objects.filter(object => {
    const reason = unusable(object);
    if (reason !== null) ignored.push({ name: object.file.name, reason });
    return reason === null;
  });
  const stacks = groupBy(usable, stackKey).flatMap(byAcquisitionWhereDoubled);
  const kept = stacks.filter(stack => {
    const lone = frames(stack) < 2 && stacks.some(other => other !== stack && seriesUid(other) === seriesUid(stack));
    if (lone) ignored.push({ name: stack[0]?.file.name ?? '', reason: 'a single CT slice apart from its stack' });
    return !lone;
  });
  return { stacks: kept.sort((a, b) => Number(isOriginal(b)) - Number(isOriginal(a)) || frames(b) - frames(a)), ignored };
}

function unusable({ dataset }: ParsedObject): string | null {
  const types = dataset.texts('ImageType').map(text => text.toUpperCase());
  if (types.some(type => SCOUT.includes(type))) return 'a CT overview image (localizer)';
  const rescaleType = dataset.text('RescaleType');
  return rescaleType !== null && !['HU', 'US'].includes(rescaleType.toUpperCase()) ? `CT pixels in ${rescaleType}, not in HU` : null;
}

function stackKey({ dataset, file }: ParsedObject): string {
  const rounded = (keyword: string, digits: number): string =>
    dataset
      .numbers(keyword)
      .map(value => (value + 0).toFixed(digits).replace(/^-(0\.?0*)$/, '$1'))
      .join('\\');
  // An enhanced object is a stack of its own.
  const own = dataset.has('NumberOfFrames') ? file.name : '';
  return [
    dataset.text('SeriesInstanceUID'),
    dataset.text('FrameOfReferenceUID'),
    rounded('ImageOrientationPatient', 2),
    rounded('PixelSpacing', 4),
    dataset.number('Rows'),
    dataset.number('Columns'),
    own,
  ].join('|');
}

function byAcquisitionWhereDoubled(stack: ParsedObject[]): ParsedObject[][] {
  const positions = new Set(
    stack.map(({ dataset }) =>
      dataset
        .numbers('ImagePositionPatient')
        .map(value => value.toFixed(2))
        .join('\\'),
    ),
  );
  return positions.size === stack.length || frames(stack) > stack.length
    ? [stack]
    : groupBy(stack, ({ dataset }) => dataset.text('AcquisitionNumber') ?? '');
}

function frames(stack: readonly ParsedObject[]): number {
  return stack.reduce((sum, { dataset }) => sum + (dataset.number('NumberOfFrames') ?? 1), 0);
}

function isOriginal(stack: readonly ParsedObject[]): boolean {
  return (stack[0]?.dataset.texts('ImageType')[0] ?? '').toUpperCase() === 'ORIGINAL';
}

function seriesUid(stack: readonly ParsedObject[]): string | null {
  return stack[0]?.dataset.text('SeriesInstanceUID') ?? null;
}
