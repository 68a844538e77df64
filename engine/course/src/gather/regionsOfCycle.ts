import type { CtSeries, EmissionSeries, ImportedStudy, RegionSet } from '@graywise/dicom';
import { GraywiseError } from '@graywise/physics';
import type { SourceRegions, SourceScan } from '../model/cycle.js';

/**
 * Every set of regions with the scan of the cycle that it was drawn on.
 *
 * Usually a frame of reference belongs to one scan and tells it. Some cameras keep one frame for all visits although the patient lies anew each time;
 * then the images that the set says it was drawn on tell it, as the scan nearest to them in time. Throws GW_SEGMENTATION_SCAN when they do not.
 */
export function regionsOfCycle(study: ImportedStudy, scans: readonly SourceScan[]): SourceRegions[] {
  return study.regionSets.map(set => {
    const series = scanDrawnOn(study, set, scans)?.reference.sopInstanceUid;
    return { ...set, timePoint: scans.find(({ emission }) => emission.reference.sopInstanceUid === series)?.timePoint ?? null };
  });
}

function scanDrawnOn(study: ImportedStudy, set: RegionSet, scans: readonly SourceScan[]): EmissionSeries | null {
  const inFrame = (image: EmissionSeries | CtSeries): boolean => image.frameOfReferenceUid === set.frameOfReferenceUid;
  const candidates = study.emissions.filter(inFrame);
  const [only, second] = candidates;
  if (!only || !second) return only ?? null;
  const drawnOn = [...study.emissions, ...study.cts].find(
    image => inFrame(image) && set.drawnOnSeries.includes(image.reference.seriesInstanceUid),
  );
  if (!drawnOn) {
    if (!scans.some(({ emission }) => inFrame(emission))) return null;
    throw new GraywiseError('GW_SEGMENTATION_SCAN', { where: set.reference.seriesInstanceUid, found: candidates.length });
  }
  const apart = ({ start }: EmissionSeries): number => Math.abs(start.epochSeconds - drawnOn.start.epochSeconds);
  return candidates.reduce((best, candidate) => (apart(candidate) < apart(best) ? candidate : best));
}
