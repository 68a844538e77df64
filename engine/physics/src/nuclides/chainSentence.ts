import type { Second } from '../quantities/quantity.js';
import type { ChainMember } from './decayChain.js';
import { nuclideData } from './nuclideData.js';

/** Lengths in seconds of the units that half-lives are told in; a year is that of ICRP 107, 365.25 days. */
const UNITS = [
  [31557600, 'years'],
  [86400, 'days'],
  [3600, 'hours'],
  [60, 'minutes'],
] as const;

/** What a chain assumes, for the user: which nuclides decay together, the parent first, and which are left out because they live too long. */
export function chainSentence(members: readonly ChainMember[], leftOut: readonly ChainMember[]): string {
  const [parent = '', ...daughters] = members.map(inWords);
  const together =
    daughters.length === 0
      ? `Only ${parent} itself decays.`
      : `${parent} decays with ${listed(daughters)} in equilibrium: each where its ${parent} decayed, as often as it is made.`;
  if (leftOut.length === 0) return together;
  const names = leftOut.map(member => `${inWords(member)} (half-life ${halfLifeInWords(nuclideData(member.name).halfLife)})`);
  return `${together} The decays of ${listed(names)} and of what follows are left out.`;
}

function inWords({ name, decaysPerParentDecay }: ChainMember): string {
  return decaysPerParentDecay > 0.9995 ? name : `${String(Number((100 * decaysPerParentDecay).toPrecision(3)))} % ${name}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.slice(-1).join('')}`;
}

function halfLifeInWords(seconds: Second): string {
  const [size, unit] = UNITS.find(([length]) => seconds >= length) ?? [1, 'seconds'];
  return `${String(Number((seconds / size).toPrecision(3)))} ${unit}`;
}
