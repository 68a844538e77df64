import { second, type ScanSummary } from '@graywise/physics';
import type { CycleSources } from '../model/cycle.js';

/** The scans of a cycle as they stand in its record. */
export function scanSummaries({ scans }: Pick<CycleSources, 'scans'>): ScanSummary[] {
  return scans.map(({ timePoint, emission, ct, afterAdministration }) => ({
    timePoint,
    modality: emission.modality,
    start: emission.start,
    duration: second(emission.durationSeconds),
    afterAdministration,
    frameOfReferenceUid: emission.frameOfReferenceUid,
    emission: emission.reference,
    ct: ct?.reference ?? null,
  }));
}
