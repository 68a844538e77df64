import type { Comparison, CycleVerification } from '@graywise/physics';

/** The regions outside of what was expected that nobody has commented on, each once, by the name people call them. */
export function dosesOutside({
  comparisons,
  comments = [],
  regions,
}: Pick<CycleVerification, 'comparisons' | 'comments' | 'regions'>): string[] {
  const isOpen = ({ verdict, region }: Comparison): boolean =>
    verdict === 'outside' && !comments.some(comment => comment.region === region);
  const names = [...new Set(comparisons.filter(isOpen).map(({ region }) => region))];
  return names.map(name => regions.find(region => region.name === name)?.label ?? name);
}
