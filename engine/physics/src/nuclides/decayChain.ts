import type { Second } from '../quantities/quantity.js';
import { chainSentence } from './chainSentence.js';
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
  const decays = new Map([[name, 1]]);
  const members: ChainMember[] = [];
  const leftOut: ChainMember[] = [];
  for (const nuclide of descendants(name)) {
    const decaysPerParentDecay = decays.get(nuclide);
    if (decaysPerParentDecay === undefined) continue;
    const followed = nuclide === name || (assumption === 'equilibrium' && isFollowed(nuclide, halfLife));
    (followed ? members : leftOut).push({ name: nuclide, decaysPerParentDecay });
    if (!followed) continue;
    for (const daughter of nuclideData(nuclide).daughters) {
      decays.set(daughter.name, (decays.get(daughter.name) ?? 0) + decaysPerParentDecay * daughter.branching);
    }
  }
  return { parent: name, assumption, members, leftOut, sentence: chainSentence(members, leftOut) };
}

function isFollowed(daughter: string, parentHalfLife: Second): boolean {
  return nuclideData(daughter).halfLife <= Math.max(DECAYS_IN_PATIENT_SECONDS, SHORT_LIVED_SHARE * parentHalfLife);
}

/** A nuclide and all radioactive ones that come after it, each after every nuclide that decays to it. Stable daughters are not in the table. */
function descendants(name: string): string[] {
  const order: string[] = [];
  const visit = (nuclide: string): void => {
    if (order.includes(nuclide) || !Object.hasOwn(NUCLIDE_TABLE, nuclide)) return;
    for (const daughter of nuclideData(nuclide).daughters) visit(daughter.name);
    order.unshift(nuclide);
  };
  visit(name);
  return order;
}
