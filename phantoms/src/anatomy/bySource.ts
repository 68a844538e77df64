import { SOURCE_REGIONS, type BySource, type SourceRegion } from './anatomyPart.js';

/** The value of `valueOf` for every source region. */
export function bySource<T>(valueOf: (region: SourceRegion) => T): BySource<T> {
  return Object.fromEntries(SOURCE_REGIONS.map(region => [region, valueOf(region)])) as Record<SourceRegion, T>;
}
