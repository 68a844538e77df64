import { GraywiseError } from '@graywise/physics';
import type { CycleSources } from '../model/cycle.js';

/**
 * Index of the scan that all others are brought to: the one on which the regions are drawn.
 *
 * Without regions it is the first scan (the regions step will ask for them). Throws GW_SEGMENTATION_FRAME when regions were drawn, but on no scan
 * of the course. Regions of another cycle are no regions of this one.
 */
export function referenceScan(sources: CycleSources): number {
  const drawn = sources.regionSets.find(({ timePoint }) => timePoint !== null);
  if (drawn) return sources.scans.findIndex(({ timePoint }) => timePoint === drawn.timePoint);
  const stray = sources.regionSets.find(set => !sources.imageFrames.includes(set.frameOfReferenceUid));
  if (stray) throw new GraywiseError('GW_SEGMENTATION_FRAME', { where: stray.reference.seriesInstanceUid });
  return 0;
}
