import type { CycleVerification } from '@graywise/physics';
import { regionColor } from '../format/regionColor.js';

/** What is known, with its regions in the colours of the screen. The record keeps the colours that were drawn. */
export function withShownColors<T extends Partial<CycleVerification>>(known: T): T {
  if (!known.regions) return known;
  return { ...known, regions: known.regions.map(region => ({ ...region, color: regionColor(region.name, region.color) })) };
}
