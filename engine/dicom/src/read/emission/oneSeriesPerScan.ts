import { GraywiseError } from '@graywise/physics';
import type { EmissionSeries } from '../../model/importedStudy.js';
import { parsePart10 } from '../../part10/parsePart10.js';
import type { Ignored } from '../sortObjects.js';
import { correctionsOf } from './cameraOf.js';
import { photopeakRank } from './choosePhotopeak.js';

/** Starts closer than this are the start of one scan. */
const SAME_START_SECONDS = 1;

/**
 * Keeps one reconstruction of each scan: that of the principal photopeak, corrected for attenuation, for scatter, in Bq/mL, in this order of
 * weight. The others are ignored by name. Throws GW_TWO_RECONSTRUCTIONS when two are equal in all of that.
 */
export function oneSeriesPerScan(series: readonly EmissionSeries[]): { kept: EmissionSeries[]; ignored: Ignored[] } {
  const kept: EmissionSeries[] = [];
  const ignored: Ignored[] = [];
  for (const scan of scans(series)) {
    const [best, second] = [...scan].sort((a, b) => compare(merits(b), merits(a)));
    if (!best) continue;
    if (second && compare(merits(best), merits(second)) === 0) {
      throw new GraywiseError('GW_TWO_RECONSTRUCTIONS', { found: scan.length, where: scan.map(nameOf).join(' and ') });
    }
    const others = scan.filter(other => other !== best);
    ignored.push(
      ...others.map(other => ({
        name: nameOf(other),
        reason: `another reconstruction of the scan of ${nameOf(best)}, which is better corrected`,
      })),
    );
    kept.push(
      others.length === 0
        ? best
        : { ...best, notes: [...best.notes, `Of ${scan.length.toString()} reconstructions of this scan "${best.description}" was taken.`] },
    );
  }
  return { kept, ignored };
}

function scans(series: readonly EmissionSeries[]): EmissionSeries[][] {
  const groups: EmissionSeries[][] = [];
  for (const one of series) {
    const group = groups.find(([first]) => first !== undefined && sameScan(first, one));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

function sameScan(a: EmissionSeries, b: EmissionSeries): boolean {
  const together = Math.abs(a.start.epochSeconds - b.start.epochSeconds) <= SAME_START_SECONDS;
  return together && a.patient.id === b.patient.id && a.patient.issuer === b.patient.issuer && a.modality === b.modality;
}

function merits(series: EmissionSeries): number[] {
  const file = series.files[0];
  const dataset = file ? parsePart10(file).dataset : null;
  const corrections = dataset ? correctionsOf(dataset) : [];
  const named = /\bn(o)?[ -]?a(tt(n|enuation)?)?c\b|uncorrected/i.test(series.description) ? -1 : 0;
  const method = dataset?.text('AttenuationCorrectionMethod')?.toUpperCase() ?? 'NONE';
  const attenuation = corrections.includes('ATTN') || method !== 'NONE' ? 1 : named;
  return [
    -photopeakRank(series.camera.energyWindowKev, series.nuclide),
    attenuation,
    corrections.includes('SCAT') ? 1 : 0,
    series.unit === 'Bq/mL' ? 1 : 0,
  ];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value - other;
  }
  return 0;
}

function nameOf(series: EmissionSeries): string {
  return series.files[0]?.name ?? series.reference.sopInstanceUid;
}
