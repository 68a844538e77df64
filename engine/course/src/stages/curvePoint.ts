import { becquerel, makeEstimate, regionActivity, type Contribution, type CurvePoint } from '@graywise/physics';
import type { MeasuredRegion, SegmentedCycle } from '../model/cycle.js';
import { NEGLIGIBLE_OUTSIDE } from './coverageOfScans.js';
import { edgeShare } from './edgeShare.js';
import { shiftSpread } from './shiftSpread.js';

/** A registration that was not tested backwards is taken to be this good (mm). Suggested; the centre must confirm. */
const UNTESTED_REGISTRATION_MM = 2;

/**
 * One point of a region's time-activity curve, with what makes it uncertain: counts and registration (of this point alone: one shift moves
 * activity into one region and out of another), calibration (shared by all), delineation (shared by the points of the region), and what the field of
 * view cuts off.
 */
export function curvePoint(cycle: SegmentedCycle, region: MeasuredRegion, scanIndex: number): CurvePoint {
  const scan = cycle.scans[scanIndex];
  const carried = cycle.carried[scanIndex];
  if (!scan || !carried) throw new RangeError(`There is no scan ${String(scanIndex + 1)}.`);
  const { activity, voxels } = regionActivity(carried, region.mask);
  const contributions: Contribution[] = [];
  const perCount = cycle.becquerelPerCount[scanIndex] ?? null;
  const key = `${String(cycle.cycle)}:${String(scan.timePoint)}:${region.name}`;
  if (perCount !== null && perCount > 0 && activity > 0) {
    contributions.push({ source: 'counts', key: `counts:${key}`, standardUncertainty: Math.sqrt(activity * perCount) });
  }
  if (scanIndex !== cycle.referenceIndex) {
    const residual = cycle.registrations[scanIndex]?.quality?.inverseConsistencyMm ?? UNTESTED_REGISTRATION_MM;
    contributions.push({
      source: 'registration',
      key: `registration:${key}`,
      standardUncertainty: shiftSpread(carried, region.mask, residual),
    });
  }
  const calibration = cycle.calibration?.factor;
  for (const share of calibration?.contributions ?? []) {
    const relative = calibration && calibration.value > 0 ? share.standardUncertainty / calibration.value : 0;
    contributions.push({ ...share, source: 'calibration', standardUncertainty: activity * relative });
  }
  const relativeVolume = region.volume.value > 0 ? region.volume.standardUncertainty / region.volume.value : 0;
  contributions.push({
    source: 'volume',
    key: `volume:${String(cycle.cycle)}:${region.name}`,
    standardUncertainty: activity * relativeVolume * edgeShare(carried, region.mask, voxels),
  });
  const seen = region.coverage[scanIndex] ?? 0;
  if (seen < 1 - NEGLIGIBLE_OUTSIDE)
    contributions.push({ source: 'volume', key: `view:${key}`, standardUncertainty: (activity * (1 - seen)) / seen });
  return {
    timePoint: scan.timePoint,
    afterAdministration: scan.afterAdministration,
    activity: makeEstimate(becquerel(Math.max(0, activity)), contributions),
  };
}
