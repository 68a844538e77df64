import type { Finding } from '../record/finding.js';
import type { PointLps } from '../volume/volumeGeometry.js';
import { balanceFindings } from './balanceFindings.js';
import type { DetectorInput } from './detectorInput.js';
import { SUGGESTED_THRESHOLDS } from './detectorThresholds.js';
import { extravasationFinding } from './extravasationFinding.js';
import { hotPlaces } from './hotPlaces.js';
import { isAtEdge } from './isAtEdge.js';
import { kidneyFinding } from './kidneyFinding.js';
import { missingUptakeFindings } from './missingUptakeFindings.js';
import { unexpectedUptakeFindings } from './unexpectedUptakeFindings.js';

/**
 * What looks abnormal in a cycle (rules V6 to V11): an injection site, a kidney that may be obstructed, uptake that is missing or that nobody drew, a balance
 * of activity that cannot be. Prompts to look, each with its worksheet and what to do; never a diagnosis. Empty for a normal patient.
 */
export function findAbnormalities(input: DetectorInput): Finding[] {
  const thresholds = input.thresholds ?? SUGGESTED_THRESHOLDS;
  if (input.scans.length === 0 || input.regions.length === 0) return [];
  const places = hotPlaces(input, thresholds);
  const isInjectionSite = ({ cluster, share }: (typeof places)[number]): boolean =>
    share >= thresholds.injectionSiteShare && isAtEdge(input, cluster.centroidLps, thresholds.thinShare);
  const kidney = kidneyFinding(input, thresholds);
  return [
    ...places.filter(isInjectionSite).map(place => extravasationFinding(input, place, thresholds)),
    ...(kidney ? [kidney] : []),
    ...missingUptakeFindings(input, thresholds),
    ...unexpectedUptakeFindings(
      input,
      places.filter(place => !isInjectionSite(place) && !isBeside(kidney, place.cluster.centroidLps, thresholds.pelvisReachMm)),
    ),
    ...balanceFindings(input, thresholds),
  ];
}

/** Whether a place is the one that a finding points to already: a full renal pelvis is told of once. */
function isBeside(finding: Finding | null, place: PointLps, reachMm: number): boolean {
  const other = finding?.placeLps ?? null;
  return other !== null && Math.hypot(place[0] - other[0], place[1] - other[1], place[2] - other[2]) < reachMm;
}
