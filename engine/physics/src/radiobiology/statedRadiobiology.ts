import type { StatedRadiobiology } from '../record/cyclePlan.js';

/** What is stated of a region: of itself, else of its kind (`lesion` for lesions of any number, `kidneys` for each of them); null where nothing is. */
export function statedRadiobiology(region: string, stated: readonly StatedRadiobiology[]): StatedRadiobiology | null {
  const kind = region.replace(/^lesion-\d+$/, 'lesion').replace(/^kidney-(left|right)$/, 'kidneys');
  return stated.find(entry => entry.region === region) ?? stated.find(entry => entry.region === kind) ?? null;
}
