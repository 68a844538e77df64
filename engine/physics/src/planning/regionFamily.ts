/** Regions that vary together from one cycle to the next: a kidney and both kidneys are one family, every other region is its own. */
export function regionFamily(region: string): string {
  return region.replace(/-(left|right)$/, 's');
}
