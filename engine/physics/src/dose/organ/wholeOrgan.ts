const ORGAN_OF_SIDE: Readonly<Record<string, string>> = { 'kidney-left': 'kidneys', 'kidney-right': 'kidneys' };

/** The organ of the models that a region is a side of; the region itself when it is no side. */
export function wholeOrgan(region: string): string {
  return ORGAN_OF_SIDE[region] ?? region;
}
