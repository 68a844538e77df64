import { courseRegions, type Comparison, type CycleVerification } from '@graywise/physics';

/** The regions outside of what was expected that nobody has commented on, each once, by the name people call them. */
export function dosesOutside({
  comparisons,
  comments = [],
  ...doses
}: Pick<CycleVerification, 'comparisons' | 'comments' | 'regions' | 'measured'>): string[] {
  const isOpen = ({ verdict, region }: Comparison): boolean =>
    verdict === 'outside' && !comments.some(comment => comment.region === region);
  const names = [...new Set(comparisons.filter(isOpen).map(({ region }) => region))];
  const regions = courseRegions(doses);
  return names.map(name => regions.find(region => region.name === name)?.label ?? name);
}
