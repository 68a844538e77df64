import { courseRegions, type Comparison, type CourseRegion, type CycleVerification } from '@graywise/physics';

/** A region with a dose and what it is held against; `comparison` is null where nothing is expected of it. */
export interface ComparedRegion extends CourseRegion {
  readonly comparison: Comparison | null;
}

/** Every region of a verification with a dose, once for each of the plan and the population that it is held against. */
export function comparedRegions(
  known: Partial<Pick<CycleVerification, 'regions' | 'measured' | 'comparisons'>>,
): readonly ComparedRegion[] {
  return courseRegions(known).flatMap((region): ComparedRegion[] => {
    const own = (known.comparisons ?? []).filter(comparison => comparison.region === region.name);
    return own.length > 0 ? own.map(comparison => ({ ...region, comparison })) : [{ ...region, comparison: null }];
  });
}
