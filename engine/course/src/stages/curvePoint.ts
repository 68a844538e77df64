import {
  ballDiameter,
  becquerel,
  calibrationShares,
  makeEstimate,
  regionActivity,
  spreadByShift,
  uncorrectedShift,
  type Contribution,
  type CurvePoint,
  type RecoveredActivity,
} from '@graywise/physics';
import type { MeasuredRegion, SegmentedCycle } from '../model/cycle.js';
import { NEGLIGIBLE_OUTSIDE } from './coverageOfScans.js';
import { edgeShare } from './edgeShare.js';
import { shiftSpread } from './shiftSpread.js';

/** The two ends of a diameter are drawn independently: their middle is half as uncertain as their distance, along each of three axes. */
const PLACE_PER_DIAMETER = Math.sqrt(3) / 2;
/** A registration that was not tested backwards is taken to be this good (mm). Suggested; the centre must confirm. */
const UNTESTED_REGISTRATION_MM = 2;

/**
 * One point of a region's time-activity curve, corrected for partial volume where the resolution is known, with what makes it uncertain: counts and
 * registration (of this point alone: one shift moves activity into one region and out of another), calibration (shared by all), the resolution (shared by
 * all), delineation (its size shared by the points of the region and by its mass, its place by the points), and what the field of view cuts off.
 */
export function curvePoint(cycle: SegmentedCycle, region: MeasuredRegion, scanIndex: number): CurvePoint {
  const scan = cycle.scans[scanIndex];
  if (!scan) throw new RangeError(`There is no scan ${String(scanIndex + 1)}.`);
  const recovered = cycle.recovery?.scans[scanIndex]?.regions.find(({ name }) => name === region.name);
  const residual = registrationResidualMm(cycle, scanIndex);
  const aside = placeMm(region);
  const { activity, countVariance, spreadOver, lossPerMm2, others } = recovered?.corrected
    ? correctedPart(cycle, recovered, residual)
    : uncorrectedPart(cycle, region, scanIndex);
  const contributions: Contribution[] = [];
  const perCount = cycle.becquerelPerCount[scanIndex] ?? null;
  const key = `${String(cycle.cycle)}:${String(scan.timePoint)}:${region.name}`;
  if (perCount !== null && perCount > 0 && countVariance > 0)
    contributions.push({ source: 'counts', key: `counts:${key}`, standardUncertainty: Math.sqrt(countVariance * perCount) });
  if (scanIndex !== cycle.referenceIndex)
    contributions.push({ source: 'registration', key: `registration:${key}`, standardUncertainty: spreadOver(residual, aside) });
  contributions.push({
    source: 'volume',
    key: `place:${String(cycle.cycle)}:${region.name}`,
    standardUncertainty: spreadOver(aside, 0),
  });
  contributions.push(...uncorrectedShift(lossPerMm2 * aside ** 2));
  contributions.push(...calibrationShares(cycle.calibration?.factor ?? null, activity));
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

/** How far the registration of a scan may be off; the reference lies where it lies. */
function registrationResidualMm({ referenceIndex, registrations }: SegmentedCycle, scanIndex: number): number {
  if (scanIndex === referenceIndex) return 0;
  return registrations[scanIndex]?.quality?.inverseConsistencyMm ?? UNTESTED_REGISTRATION_MM;
}

/** How far an outline may lie aside: u(d) of rule S2 is u(V)/V d / 3. */
function placeMm({ volume }: MeasuredRegion): number {
  return volume.value > 0 ? (PLACE_PER_DIAMETER * ballDiameter(volume.value) * volume.standardUncertainty) / (3 * volume.value) : 0;
}

/** An activity (Bq) with what the image decides of its uncertainty. */
interface ActivityPart {
  readonly activity: number;
  /** Times Bq per count it is the variance by counting. */
  readonly countVariance: number;
  /** Standard deviation when the scan lies so many mm off the outline, and maybe others for another reason. */
  readonly spreadOver: (lengthMm: number, besideMm: number) => number;
  /** What is lost then on the average beside that, Bq per squared mm. */
  readonly lossPerMm2: number;
  readonly others: readonly Contribution[];
}

/**
 * Corrected: the outline moves counts and recovery together, its own and those of its neighbours. What a registration that is `residualMm` off loses on the
 * average is put back; what an outline that lies aside loses is not, since a person may have drawn it with the image at hand.
 */
function correctedPart(
  cycle: SegmentedCycle,
  { activity, countVariance, shift, byFwhm, byOutline }: RecoveredActivity,
  residualMm: number,
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
  return {
    activity: activity + shift.lossPerMm2 * residualMm ** 2,
    countVariance,
    spreadOver: (lengthMm, besideMm) => spreadByShift(shift, lengthMm, besideMm),
    lossPerMm2: shift.lossPerMm2,
    others: [...resolution, ...outlines],
  };
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
    spreadOver: lengthMm => shiftSpread(carried, region.mask, lengthMm),
    lossPerMm2: 0,
    others: [{ source: 'volume', key: `volume:${String(cycle.cycle)}:${region.name}`, standardUncertainty }],
  };
}
