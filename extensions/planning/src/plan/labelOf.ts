import type { CycleVerification } from '@graywise/physics';

/** What people call a region of the course. */
export function labelOf(name: string, regions: CycleVerification['regions']): string {
  return regions.find(region => region.name === name)?.label ?? name;
}
