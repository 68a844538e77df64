import { expectedRegionOf, type Comparison, type CycleVerification, type Estimate, type Gray } from '@graywise/physics';

/** A dose with what it is held against; `comparison` is null where nothing is expected of it. */
export interface ComparedRegion {
  readonly name: string;
  readonly label: string;
  readonly color: readonly [number, number, number];
  readonly absorbedDose: Estimate<Gray>;
  /** Measured without images: no other step shows it. */
  readonly drawn: boolean;
  readonly comparison: Comparison | null;
}

/** What has no outline has no colour of its own. */
const WITHOUT_OUTLINE = [160, 160, 160] as const;

/** Every region of a verification with a dose, once for each of the plan and the population that it is held against. */
export function comparedRegions({
  regions = [],
  measured = [],
  comparisons = [],
}: Pick<Partial<CycleVerification>, 'regions' | 'measured' | 'comparisons'>): readonly ComparedRegion[] {
  const drawn = regions.map(({ name, label, color, absorbedDose }) => ({ name, label, color, absorbedDose, drawn: true }));
  const beside = measured.flatMap(({ name, label, absorbedDose }) =>
    absorbedDose && !drawn.some(region => region.name === expectedRegionOf(name))
      ? [{ name: expectedRegionOf(name), label, color: WITHOUT_OUTLINE, absorbedDose, drawn: false }]
      : [],
  );
  return [...drawn, ...beside].flatMap((region): ComparedRegion[] => {
    const own = comparisons.filter(comparison => comparison.region === region.name);
    return own.length > 0 ? own.map(comparison => ({ ...region, comparison })) : [{ ...region, comparison: null }];
  });
}
