import { readRegionMasks } from '@graywise/dicom';
import { GraywiseError, maskOnGrid, warning, type RegionMask, type StepWarning } from '@graywise/physics';
import type { AlignedCycle, SegmentedCycle, SourceRegions } from '../model/cycle.js';
import { PAIRED_REGIONS } from './pairedRegions.js';

/** A region as it was drawn, on the grid it was drawn on, and as it lies on the dose grid. */
export interface DrawnRegion {
  readonly drawn: RegionMask;
  readonly mask: RegionMask;
  readonly outlinedOn: 'CT' | 'emission';
}

export interface DrawnRegions {
  readonly regions: readonly DrawnRegion[];
  readonly sources: SegmentedCycle['regionSources'];
  /** What was drawn and is not used, each with the reason. */
  readonly warnings: readonly StepWarning[];
}

/** The regions drawn on the reference scan, each name once: of two drawings the newer, because people correct what they drew. Throws GW_NO_REGIONS. */
export async function drawnRegions(cycle: AlignedCycle): Promise<DrawnRegions> {
  const reference = cycle.referenceIndex + 1;
  const sets = cycle.regionSets
    .filter(({ timePoint }) => timePoint === reference)
    .toSorted((a, b) => (a.drawnAt === b.drawnAt ? 0 : a.drawnAt > b.drawnAt ? -1 : 1));
  const warnings = cycle.regionSets.filter(({ timePoint }) => timePoint !== reference).flatMap(set => drawnElsewhere(cycle, set));
  const found: DrawnRegion[] = [];
  for (const set of sets) {
    for (const drawn of await readRegionMasks(set, cycle.referenceCt?.geometry ?? cycle.doseGrid)) {
      const region = { drawn, mask: maskOnGrid(drawn, cycle.doseGrid), outlinedOn: imageOf(cycle, set, drawn) };
      const reason = whyUnused(region, found);
      if (reason === null) found.push(region);
      else warnings.push(unused(drawn.label, reason));
    }
  }
  const regions = found.filter(({ mask }) => {
    const replaced = PAIRED_REGIONS.some(
      ({ name, parts }) => name === mask.name && parts.every(part => found.some(other => other.mask.name === part)),
    );
    if (replaced) warnings.push(unused(mask.label, 'drawn as one and side by side; the two sides are used'));
    return !replaced;
  });
  if (regions.length === 0) throw new GraywiseError('GW_NO_REGIONS', {});
  return { regions, sources: sets.map(({ reference }) => reference), warnings };
}

/** Drawn on the emission image where the object refers to it and to no CT, or else lies on its grid. */
function imageOf(
  { scans, concentrations, referenceIndex }: AlignedCycle,
  set: SourceRegions,
  drawn: RegionMask,
): DrawnRegion['outlinedOn'] {
  const scan = scans[referenceIndex];
  const refersTo = (uid: string | undefined): boolean => uid !== undefined && set.drawnOnSeries.includes(uid);
  if (refersTo(scan?.ct?.reference.seriesInstanceUid)) return 'CT';
  if (refersTo(scan?.emission.reference.seriesInstanceUid)) return 'emission';
  const emission = concentrations[referenceIndex]?.geometry;
  const onItsGrid = emission?.spacingMm.every((spacing, axis) => Math.abs(spacing - (drawn.geometry.spacingMm[axis] ?? 0)) < 1e-3);
  return onItsGrid === true ? 'emission' : 'CT';
}

function whyUnused({ mask }: Pick<DrawnRegion, 'mask'>, earlier: readonly DrawnRegion[]): string | null {
  if (earlier.some(other => other.mask.name === mask.name)) return 'drawn twice; the newer drawing is used';
  return mask.mask.includes(1) ? null : 'empty on the dose grid';
}

/** Regions of another scan of this cycle are named; those of another cycle are not of this one. */
function drawnElsewhere({ referenceIndex }: AlignedCycle, { timePoint, regions }: SourceRegions): StepWarning[] {
  if (timePoint === null) return [];
  const reason = `drawn on scan ${String(timePoint)}; the regions of scan ${String(referenceIndex + 1)} are used`;
  return [unused(regions.map(({ label }) => label).join(', '), reason)];
}

function unused(where: string, found: string): StepWarning {
  return { step: 'regions', ...warning('GW_OTHER_SERIES_IGNORED', { where, found }) };
}
