import type { CtSeries, EmissionSeries } from '@graywise/dicom';
import { GraywiseError, second, secondsBetween, type AdministrationFacts } from '@graywise/physics';
import type { SourceScan } from '../model/cycle.js';
import { refuseEarlyScans } from './refuseEarlyScans.js';

/** A CT within this time (s) of a SPECT belongs to the same session. */
const SESSION_SECONDS = 2 * 3600;

/**
 * The scans between one administration and the next, in the order of time, each with the CT of its session.
 *
 * Throws GW_SCAN_BEFORE_ADMINISTRATION when a scan was taken before the administration that it states or before the first one of the course,
 * GW_FRAME_MISMATCH when a CT of the same session lies in another frame of reference, GW_NO_IMAGES when the cycle has no scan.
 */
export function scansOfCycle(
  emissions: readonly EmissionSeries[],
  cts: readonly CtSeries[],
  administrations: readonly AdministrationFacts[],
  cycle: number,
): SourceScan[] {
  const index = administrations.findIndex(candidate => candidate.cycle === cycle);
  const administration = administrations[index];
  if (!administration) throw new GraywiseError('GW_NO_ADMINISTRATION', { cycle });
  const ordered = [...emissions].sort((a, b) => a.start.epochSeconds - b.start.epochSeconds);
  refuseEarlyScans(emissions, administrations);
  const next = administrations[index + 1]?.start.epochSeconds ?? Infinity;
  const chosen = ordered.filter(({ start }) => start.epochSeconds >= administration.start.epochSeconds && start.epochSeconds < next);
  if (chosen.length === 0) throw new GraywiseError('GW_NO_IMAGES', { where: `cycle ${String(cycle)}` });
  return chosen.map((emission, position) => ({
    timePoint: position + 1,
    emission,
    ct: ctOfSession(emission, emissions, cts, position + 1),
    afterAdministration: second(secondsBetween(administration.start, emission.start)),
  }));
}

/** Where one frame of reference is kept for all visits, the CT of another visit is no CT of this one: the patient lies elsewhere in it. */
function ctOfSession(
  emission: EmissionSeries,
  emissions: readonly EmissionSeries[],
  cts: readonly CtSeries[],
  timePoint: number,
): CtSeries | null {
  const between = (ct: CtSeries, scan: EmissionSeries): number => Math.abs(secondsBetween(ct.start, scan.start));
  const apart = (ct: CtSeries): number => between(ct, emission);
  const ofAnotherVisit = (ct: CtSeries): boolean =>
    apart(ct) > SESSION_SECONDS &&
    emissions.some(other => other.frameOfReferenceUid === emission.frameOfReferenceUid && between(ct, other) < apart(ct));
  const nearest = (candidates: readonly CtSeries[]): CtSeries | null =>
    candidates.length === 0 ? null : candidates.reduce((best, candidate) => (apart(candidate) < apart(best) ? candidate : best));
  const sameFrame = nearest(cts.filter(ct => ct.frameOfReferenceUid === emission.frameOfReferenceUid && !ofAnotherVisit(ct)));
  if (sameFrame) return sameFrame;
  const sameSession = cts.some(ct => ct.patient.id === emission.patient.id && apart(ct) <= SESSION_SECONDS);
  if (sameSession) throw new GraywiseError('GW_FRAME_MISMATCH', { timePoint });
  return null;
}
