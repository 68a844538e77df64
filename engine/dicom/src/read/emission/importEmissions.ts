import { GraywiseError } from '@graywise/physics';
import type { EmissionSeries } from '../../model/importedStudy.js';
import type { ParsedObject } from '../../part10/parsePart10.js';
import { patientOf } from '../identity.js';
import type { Ignored } from '../sortObjects.js';
import { acquisitionMoment } from '../time/acquisitionMoment.js';
import { instantOfMoment } from '../time/LocalMoment.js';
import { emissionCandidates, type EmissionCandidate } from './emissionCandidates.js';
import { emissionSeries } from './emissionSeries.js';
import { oneSeriesPerScan } from './oneSeriesPerScan.js';

/**
 * Finds the emission volumes among NM and PET objects, one for each scan, in the order of time.
 *
 * A reconstruction that cannot be read is ignored by name when another one of the same scan can (SUV beside Bq/mL); otherwise its refusal is thrown.
 */
export function importEmissions(
  nm: readonly ParsedObject[],
  pet: readonly ParsedObject[],
  assumedOffsetMinutes: number,
): { emissions: EmissionSeries[]; ignored: Ignored[] } {
  const { candidates, ignored } = emissionCandidates(nm, pet);
  const described: EmissionSeries[] = [];
  const refused: { candidate: EmissionCandidate; error: GraywiseError }[] = [];
  for (const candidate of candidates) {
    try {
      described.push(emissionSeries(candidate.objects, candidate.modality, assumedOffsetMinutes));
    } catch (error) {
      if (!(error instanceof GraywiseError)) throw error;
      refused.push({ candidate, error });
    }
  }
  const better = oneSeriesPerScan(described);
  for (const { candidate, error } of refused) {
    const object = candidate.objects[0];
    if (!object || !better.kept.some(series => isSameScan(object, series, assumedOffsetMinutes))) throw error;
    ignored.push({ name: object.file.name, reason: `another reconstruction of a scan that is read: ${error.message}` });
  }
  const emissions = better.kept.sort((a, b) => a.start.epochSeconds - b.start.epochSeconds);
  return { emissions, ignored: [...ignored, ...better.ignored] };
}

function isSameScan(object: ParsedObject, series: EmissionSeries, assumedOffsetMinutes: number): boolean {
  const patient = patientOf(object);
  if (patient.id !== series.patient.id || patient.issuer !== series.patient.issuer) return false;
  try {
    return Math.abs(instantOfMoment(acquisitionMoment(object), assumedOffsetMinutes).epochSeconds - series.start.epochSeconds) <= 1;
  } catch {
    return false;
  }
}
