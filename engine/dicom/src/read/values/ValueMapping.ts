/** Stored values from `first` to `last` become slope * stored + intercept, or `table[stored - first]`. */
export interface MappingSegment {
  readonly first: number;
  readonly last: number;
  readonly slope: number;
  readonly intercept: number;
  readonly table: readonly number[] | null;
}

/** How the stored values of one frame become values of a unit. */
export interface ValueMapping<U extends string = string> {
  readonly unit: U;
  readonly segments: readonly MappingSegment[];
}

/** One straight line for every stored value. */
export function linearMapping<U extends string>(unit: U, slope: number, intercept: number): ValueMapping<U> {
  return { unit, segments: [{ first: -Infinity, last: Infinity, slope, intercept, table: null }] };
}
