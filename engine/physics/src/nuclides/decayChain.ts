import type { Second } from '../quantities/quantity.js';
import { NUCLIDE_TABLE } from './generated/nuclideTable.js';
import { nuclideData } from './nuclideData.js';

/** 'parent alone': only the nuclide named decays. 'equilibrium': its short-lived daughters decay with it, where it does. */
export type ChainAssumption = 'parent alone' | 'equilibrium';

/** A nuclide of a chain and how often it decays per decay of the chain's parent. */
export interface ChainMember {
  readonly name: string;
  readonly decaysPerParentDecay: number;
}

export interface DecayChain {
  readonly parent: string;
  readonly assumption: ChainAssumption;
  /** The parent first, then its daughters, each after all nuclides that decay to it. */
  readonly members: readonly ChainMember[];
  /** Radioactive daughters that are left out, with how often they are made; empty when there are none. */
  readonly leftOut: readonly ChainMember[];
  /** What is assumed, in words for the user. */
  readonly sentence: string;
}

/** A daughter of at most this half-life decays before a patient could excrete it. */
const DECAYS_IN_PATIENT_SECONDS = 12 * 3600;
/** A daughter of at most this share of the parent's half-life is in equilibrium with it. */
const SHORT_LIVED_SHARE = 0.1;

/**
 * The nuclides that decay with a parent and how often.
 *
 * In equilibrium a daughter is followed when its half-life is at most 12 h or a tenth of the parent's; a longer-lived one leaves the site of its parent or
 * outlasts the stay in the patient (Bi-207 after At-211, Ra-223 after Th-227), so it and what follows it are left out and named. Over all time a daughter
 * that is followed decays as often as it is made, so the decays are products of branching fractions, summed over the ways to it.
 *
 * Throws GW_UNKNOWN_NUCLIDE.
 */
export function decayChain(name: string, assumption: ChainAssumption): DecayChain {
  const { halfLife } = nuclideData(name);
  const order = descendants(name);
  const decays = new Map([[name, 1]]);
  const members: ChainMember[] = [];
  const leftOut: ChainMember[] = [];
  for (const nuclide of order) {
    const decaysPerParentDecay = decays.get(nuclide);
    if (decaysPerParentDecay === undefined) continue;
    const followed = nuclide === name || (assumption === 'equilibrium' && isFollowed(nuclide, halfLife));
    (followed ? members : leftOut).push({ name: nuclide, decaysPerParentDecay });
    if (!followed) continue;
    for (const daughter of nuclideData(nuclide).daughters) {
      decays.set(daughter.name, (decays.get(daughter.name) ?? 0) + decaysPerParentDecay * daughter.branching);
    }
  }
  return { parent: name, assumption, members, leftOut, sentence: sentence(name, members, leftOut) };
}

function isFollowed(name: string, parentHalfLife: Second): boolean {
  return isRadioactive(name) && nuclideData(name).halfLife <= Math.max(DECAYS_IN_PATIENT_SECONDS, SHORT_LIVED_SHARE * parentHalfLife);
}

function isRadioactive(name: string): boolean {
  return Object.hasOwn(NUCLIDE_TABLE, name);
}

/** A nuclide and all that comes after it, each after every nuclide that decays to it. */
function descendants(name: string): string[] {
  const order: string[] = [];
  const visit = (nuclide: string): void => {
    if (order.includes(nuclide) || !isRadioactive(nuclide)) return;
    for (const daughter of nuclideData(nuclide).daughters) visit(daughter.name);
    order.unshift(nuclide);
  };
  visit(name);
  return order;
}

function sentence(parent: string, members: readonly ChainMember[], leftOut: readonly ChainMember[]): string {
  const daughters = members.slice(1).map(inWords);
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
  const [size, unit] = (
    [
      [31557600, 'years'],
      [86400, 'days'],
      [3600, 'hours'],
      [60, 'minutes'],
    ] as const
  ).find(([length]) => seconds >= length) ?? [1, 'seconds'];
  return `${String(Number((seconds / size).toPrecision(3)))} ${unit}`;
}
