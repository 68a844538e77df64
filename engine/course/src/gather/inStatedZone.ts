import type { EmissionSeries } from '@graywise/dicom';
import type { Instant } from '@graywise/physics';

/**
 * Reads the clock times of a series that states no zone as local times of the zone that the facts state.
 *
 * A camera without TimezoneOffsetFromUTC writes its wall clock; the physicist writes the assay with a zone. Both clocks hang in the same hospital.
 */
export function inStatedZone(series: EmissionSeries, offsetMinutes: number): EmissionSeries {
  if (series.zoneStated || offsetMinutes === 0) return series;
  const shift = <I extends Instant | null>(instant: I): I =>
    (instant === null ? null : { epochSeconds: instant.epochSeconds - offsetMinutes * 60, offsetMinutes }) as I;
  const { administration } = series;
  return {
    ...series,
    start: shift(series.start),
    decayCorrectedTo: shift(series.decayCorrectedTo),
    administration: { ...administration, start: shift(administration.start), end: shift(administration.end) },
  };
}
