import type { ParsedObject } from '../../part10/parsePart10.js';
import { parseZone } from './parseDicomTime.js';

/** The zones that objects state, in minutes east of UTC, each once: by TimezoneOffsetFromUTC or as the suffix of AcquisitionDateTime. */
export function statedOffsets(objects: readonly ParsedObject[]): number[] {
  const offsets = new Set<number>();
  for (const { dataset, file } of objects) {
    const suffix = /[+-]\d{4}$/.exec(dataset.text('AcquisitionDateTime') ?? '')?.[0] ?? null;
    const offset = parseZone(suffix ?? dataset.text('TimezoneOffsetFromUTC'), file.name);
    if (offset !== null) offsets.add(offset);
  }
  return [...offsets];
}
