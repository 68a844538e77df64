import { courseRegions, type CycleVerification } from '@graywise/physics';

/** The labels of the regions whose dose is outside of what was expected and which nobody has commented on: what keeps a record from being signed. */
export function missingComments({ comparisons = [], comments = [], ...doses }: Partial<CycleVerification>): readonly string[] {
  const regions = courseRegions(doses);
  const outside = new Set(comparisons.filter(({ verdict }) => verdict === 'outside').map(({ region }) => region));
  return [...outside]
    .filter(name => !comments.some(({ region, text }) => region === name && text.trim() !== ''))
    .map(name => regions.find(region => region.name === name)?.label ?? name);
}
