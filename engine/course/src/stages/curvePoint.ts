import {
  becquerel,
  cbrt,
  makeEstimate,
  regionActivity,
  type Contribution,
  type CurvePoint,
  type RecoveredActivity,
} from '@graywise/physics';
import type { MeasuredRegion, SegmentedCycle } from '../model/cycle.js';
import { NEGLIGIBLE_OUTSIDE } from './coverageOfScans.js';
import { edgeShare } from './edgeShare.js';
import { shiftSpread } from './shiftSpread.js';

/** A registration that was not tested backwards is taken to be this good (mm). Suggested; the centre must confirm. */
const UNTESTED_REGISTRATION_MM = 2;

/**
 * One point of a region's time-activity curve, corrected for partial volume where the resolution is known, with what makes it uncertain: counts and
 * registration (of this point alone: one shift moves activity into one region and out of another), calibration (shared by all), the resolution (shared by
 * all), delineation (size and place, shared by the points of the region, and the size by its mass), and what the field of view cuts off.
 */
export function curvePoint(cycle: SegmentedCycle, region: MeasuredRegion, scanIndex: number): CurvePoint {
  const scan = cycle.scans[scanIndex];
  if (!scan) throw new RangeError(`There is no scan ${String(scanIndex + 1)}.`);
  const recovered = cycle.recovery?.scans[scanIndex]?.regions.find(({ name }) => name === region.name);
  const { activity, countVariance, perMillimetre, others } = recovered?.corrected
    ? correctedPart(cycle, recovered)
    : uncorrectedPart(cycle, region, scanIndex);
  const contributions: Contribution[] = [];
  const perCount = cycle.becquerelPerCount[scanIndex] ?? null;
  const key = `${String(cycle.cycle)}:${String(scan.timePoint)}:${region.name}`;
  if (perCount !== null && perCount > 0 && countVariance > 0)
    contributions.push({ source: 'counts', key: `counts:${key}`, standardUncertainty: Math.sqrt(countVariance * perCount) });
  if (scanIndex !== cycle.referenceIndex) {
    const residual = cycle.registrations[scanIndex]?.quality?.inverseConsistencyMm ?? UNTESTED_REGISTRATION_MM;
    contributions.push({ source: 'registration', key: `registration:${key}`, standardUncertainty: perMillimetre * residual });
  }
  contributions.push(...calibrationShares(cycle, activity));
  contributions.push({
    source: 'volume',
    key: `place:${String(cycle.cycle)}:${region.name}`,
    standardUncertainty: perMillimetre * placeSpreadMm(region),
  });
  contributions.push(...others);
  const seen = region.coverage[scanIndex] ?? 0;
  if (seen < 1 - NEGLIGIBLE_OUTSIDE)
    contributions.push({ source: 'volume', key: `view:${key}`, standardUncertainty: (activity * (1 - seen)) / seen });
  return {
    timePoint: scan.timePoint,
    afterAdministration: scan.afterAdministration,
    activity: makeEstimate(becquerel(Math.max(0, activity)), contributions),
    ...(recovered?.corrected === true && activity > 0 && { recovery: recovered.measured / activity }),
  };
}

function calibrationShares({ calibration }: SegmentedCycle, activity: number): Contribution[] {
  if (!calibration) return [];
  const { value, contributions } = calibration.factor;
  return contributions.map(share => ({
    ...share,
    source: 'calibration',
    standardUncertainty: value > 0 ? (activity * share.standardUncertainty) / value : 0,
  }));
}

/**
 * How far an outline lies aside, mm, root mean square. Its ends are each uncertain by u(d) / sqrt(2), independently (rule S2): their difference is the size,
 * u(d), which the volume's uncertainty holds, and their mean the place, u(d) / 2 along each axis.
 */
function placeSpreadMm({ volume }: MeasuredRegion): number {
  if (!(volume.value > 0)) return 0;
  const diameterMm = cbrt((6000 * volume.value) / Math.PI);
  return (Math.sqrt(3) * diameterMm * (volume.standardUncertainty / volume.value)) / 6;
}

/** An activity (Bq) with what the image decides of its uncertainty. */
interface ActivityPart {
  readonly activity: number;
  /** Times Bq per count it is the variance by counting. */
  readonly countVariance: number;
  /** Standard uncertainty per mm that the scan lies off. */
  readonly perMillimetre: number;
  readonly others: readonly Contribution[];
}

/** Corrected: the outline moves counts and recovery together, its own and those of its neighbours. */
function correctedPart(
  cycle: SegmentedCycle,
  { activity, countVariance, perMillimetre, byFwhm, byOutline }: RecoveredActivity,
): ActivityPart {
  const resolution = (cycle.resolution?.fwhm.contributions ?? []).map(share => ({
    ...share,
    source: 'recovery' as const,
    standardUncertainty: share.standardUncertainty * byFwhm,
  }));
  const outlines = [...byOutline].flatMap(([name, perRelativeVolume]): Contribution[] => {
    const volume = cycle.regions.find(other => other.name === name)?.volume;
    if (!volume || !(volume.value > 0)) return [];
    const standardUncertainty = (perRelativeVolume * volume.standardUncertainty) / volume.value;
    return [{ source: 'volume', key: `volume:${String(cycle.cycle)}:${name}`, standardUncertainty }];
  });
  return { activity, countVariance, perMillimetre, others: [...resolution, ...outlines] };
}

function uncorrectedPart(cycle: SegmentedCycle, region: MeasuredRegion, scanIndex: number): ActivityPart {
  const carried = cycle.carried[scanIndex];
  if (!carried) throw new RangeError(`There is no scan ${String(scanIndex + 1)}.`);
  const { activity, voxels } = regionActivity(carried, region.mask);
  const relativeVolume = region.volume.value > 0 ? region.volume.standardUncertainty / region.volume.value : 0;
  const standardUncertainty = activity * relativeVolume * edgeShare(carried, region.mask, voxels);
  return {
    activity,
    countVariance: Math.max(0, activity),
    perMillimetre: shiftSpread(carried, region.mask, 1),
    others: [{ source: 'volume', key: `volume:${String(cycle.cycle)}:${region.name}`, standardUncertainty }],
  };
}
