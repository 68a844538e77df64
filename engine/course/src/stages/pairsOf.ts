import { PAIRED_REGIONS } from './pairedRegions.js';

/** The pairs that a region is a side of: kidneys for one kidney. */
export function pairsOf(region: string): string[] {
  return PAIRED_REGIONS.filter(({ parts }) => parts.some(part => part === region)).map(({ name }) => name);
}
