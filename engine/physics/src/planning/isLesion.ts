/** Whether a region is a tumour: `lesion-1`, `lesion-2`, and `lesion` for one of the population. */
export function isLesion(region: string): boolean {
  return /^lesion(-\d+)?$/.test(region);
}
