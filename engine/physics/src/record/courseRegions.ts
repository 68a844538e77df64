import type { CycleVerification, RegionResult } from './cycleVerification.js';
import { expectedRegionOf } from './expectedRegionOf.js';

/** What a plan needs of a region of a verified cycle; `fit` is null where its points are joined without a model. */
export interface CourseRegion extends Pick<
  RegionResult,
  'name' | 'label' | 'absorbedDose' | 'absorbedDosePerActivity' | 'bed' | 'radiobiology'
> {
  readonly fit: Pick<RegionResult['fit'], 'terms'> | null;
}

/** The regions of a cycle that have a dose: those drawn, and those measured without images (marrow by blood as marrow) that were not drawn. */
export function courseRegions({ regions, measured = [] }: CycleVerification): readonly CourseRegion[] {
  const drawn = new Set(regions.map(({ name }) => name));
  const beside = measured.flatMap((region): CourseRegion[] => {
    const { label, fit, absorbedDose, absorbedDosePerActivity } = region;
    const name = expectedRegionOf(region.name);
    if (!absorbedDose || !absorbedDosePerActivity || drawn.has(name)) return [];
    return [{ name, label, fit, absorbedDose, absorbedDosePerActivity, bed: null, radiobiology: null }];
  });
  return [...regions, ...beside];
}
