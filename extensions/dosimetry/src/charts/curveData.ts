import { formatEstimate } from '@graywise/extension-core';
import { activityAt, curveBand, type RegionResult } from '@graywise/physics';

const SAMPLES = 120;

/** A time-activity curve ready to be drawn: h after administration, MBq. Error bars are one standard uncertainty, the band is 95 %. */
export interface CurveData {
  readonly points: readonly {
    readonly timePoint: number;
    /** What measured a point that is of no scan; null for scans. */
    readonly measuredBy: string | null;
    readonly hours: number;
    readonly activity: number;
    readonly low: number;
    readonly high: number;
    readonly title: string;
  }[];
  readonly line: readonly { readonly hours: number; readonly activity: number; readonly low: number; readonly high: number }[];
}

/** @param lastHours - end of the drawn time */
export function curveData(region: RegionResult, lastHours: number): CurveData {
  const hours = Array.from({ length: SAMPLES + 1 }, (_unused, index) => (lastHours * index) / SAMPLES);
  const times = hours.map(hour => hour * 3600);
  const band = curveBand(region.fit, times);
  const smallest = Math.min(...region.curve.map(point => point.activity.value)) / 100;
  const positive = (becquerels: number): number => Math.max(becquerels, smallest) / 1e6;
  return {
    points: region.curve.map(point => ({
      timePoint: point.timePoint,
      measuredBy: point.measuredBy ?? null,
      hours: point.afterAdministration / 3600,
      activity: point.activity.value / 1e6,
      low: positive(point.activity.value - point.activity.standardUncertainty),
      high: (point.activity.value + point.activity.standardUncertainty) / 1e6,
      title: `${point.measuredBy ? `By ${point.measuredBy}` : `Scan ${String(point.timePoint)}`}: ${formatEstimate(point.activity, 1e-6)} MBq`,
    })),
    line: times.map((time, index) => ({
      hours: hours[index] ?? 0,
      activity: activityAt(region.fit, time) / 1e6,
      low: positive(band[index]?.lower ?? 0),
      high: positive(band[index]?.upper ?? 0),
    })),
  };
}
