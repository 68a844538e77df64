import type { EmissionSeries } from '@graywise/dicom';
import { GraywiseError, secondsBetween, type AdministrationFacts } from '@graywise/physics';

/**
 * Refuses a course with a scan from before the administration that the scan itself states, or from before the first of `administrations`
 * (GW_SCAN_BEFORE_ADMINISTRATION, with the number of the scan in the order of time and how much too early it is).
 */
export function refuseEarlyScans(emissions: readonly EmissionSeries[], administrations: readonly AdministrationFacts[]): void {
  const ordered = [...emissions].sort((a, b) => a.start.epochSeconds - b.start.epochSeconds);
  const [first] = [...administrations].sort((a, b) => a.start.epochSeconds - b.start.epochSeconds);
  ordered.forEach(({ start, administration: own }, position) => {
    const early = Math.max(own.start ? secondsBetween(start, own.start) : 0, first ? secondsBetween(start, first.start) : 0);
    if (early > 0) throw new GraywiseError('GW_SCAN_BEFORE_ADMINISTRATION', { timePoint: position + 1, found: duration(early) });
  });
}

function duration(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${String(minutes)} minutes` : `${(seconds / 3600).toFixed(1)} hours`;
}
