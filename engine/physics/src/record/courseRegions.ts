import type { CycleVerification, RegionResult } from './cycleVerification.js';
import { expectedRegionOf } from './expectedRegionOf.js';

/** A region of a verified cycle with its dose. */
export interface CourseRegion extends Pick<
  RegionResult,
  'name' | 'label' | 'color' | 'absorbedDose' | 'absorbedDosePerActivity' | 'bed' | 'radiobiology'
> {
  /** Null where its points are joined without a model. */
  readonly fit: Pick<RegionResult['fit'], 'terms'> | null;
  /** Its name among the regions measured without images; null: it was drawn. */
  readonly measuredAs: string | null;
}

/** What has no outline has no colour of its own. */
const WITHOUT_OUTLINE = [160, 160, 160] as const;

/**
 * The regions of a cycle that have a dose, each name once: those drawn, and those measured without images (marrow by blood as marrow) that were not drawn; of
 * several measured ones the first.
 */
export function courseRegions({ regions = [], measured = [] }: Partial<Pick<CycleVerification, 'regions' | 'measured'>>): CourseRegion[] {
  const taken = new Set(regions.map(({ name }) => name));
  const beside = measured.flatMap((region): CourseRegion[] => {
    const { label, fit, absorbedDose, absorbedDosePerActivity } = region;
    const name = expectedRegionOf(region.name);
    if (!absorbedDose || !absorbedDosePerActivity || taken.has(name)) return [];
    taken.add(name);
    const dose = { absorbedDose, absorbedDosePerActivity, bed: null, radiobiology: null };
    return [{ name, label, color: WITHOUT_OUTLINE, fit, ...dose, measuredAs: region.name }];
  });
  return [...regions.map(region => ({ ...region, measuredAs: null })), ...beside];
}
