/** Whether values of `regions` are those of a region as a verification names it: 'lesion' stands for 'lesion-3'. */
export function isOfRegion({ regions }: { readonly regions: readonly string[] }, region: string): boolean {
  return regions.includes(region.replace(/^lesion-\d+$/, 'lesion'));
}
