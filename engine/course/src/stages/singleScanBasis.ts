import { hours, permanentImplantBasis, statedHalfLifeBasis, type SingleScanBasis, type SingleScanMethod } from '@graywise/physics';
import { EVERY_REGION, type DecisionAnswer } from '../engine/courseEngine.js';
import { basisOfMethod } from './basisOfMethod.js';
import type { HalfLifeSources } from './halfLifeSources.js';
import { PAIRED_REGIONS } from './pairedRegions.js';
import { populationBasis } from './populationBasis.js';

/** Spread (relative standard deviation) of an effective half-life that a person states without one. Suggested; the centre must confirm. */
const STATED_SPREAD = 0.2;

/** Methods of certain patients: where they have nothing for a region, a person is asked. */
const BY_PATIENTS: readonly SingleScanMethod[] = ['own', 'cohort'];

/** What the half-life of a region rests on in one cycle, and why: the words of a person, empty where nobody was asked. */
export interface ChosenBasis {
  readonly basis: SingleScanBasis;
  readonly reason: string;
}

/**
 * How one scan of a region becomes a curve (rule T19): as a person answered for it, for the pair it is a side of, or for every region; as the facts
 * state; an implant by physical decay; else by the patient's own half-life from an earlier cycle. Null where a person must be asked.
 */
export function singleScanBasis(sources: HalfLifeSources, region: string, answers: readonly DecisionAnswer[]): ChosenBasis | null {
  const pair = PAIRED_REGIONS.find(({ parts }) => parts.some(part => part === region));
  const names = [region, ...(pair ? [pair.name] : [])];
  for (const subject of [...names, EVERY_REGION]) {
    const answer = answers.find(given => given.kind === 'state half-life' && given.subject === subject);
    if (!answer) continue;
    const basis = answeredBasis(sources, region, answer);
    if (basis) return { basis, reason: answer.reason };
    // What was chosen for this very region rests on nothing: nobody's else choice stands for it.
    if (subject !== EVERY_REGION) return null;
  }
  for (const subject of names) {
    const inFacts = sources.facts.effectiveHalfLives[subject];
    if (inFacts) {
      const source = `${(inFacts.halfLife / 3600).toFixed(1)} h, ${(100 * inFacts.relativeUncertainty).toFixed(0)} % (stated facts)`;
      return { basis: statedHalfLifeBasis({ ...inFacts, key: subject, source }, region), reason: '' };
    }
  }
  const implant = permanentImplantBasis(sources.radiopharmaceutical, sources.nuclide.halfLife);
  const known = implant ?? basisOfMethod(sources, region, 'own');
  return known && { basis: known, reason: '' };
}

function answeredBasis(sources: HalfLifeSources, region: string, answer: DecisionAnswer): SingleScanBasis | null {
  const { method = 'stated', subject, halfLifeHours } = answer;
  // Who answered for every region is not asked again for the one that no population has: nothing but the physical half-life is known of it.
  if (method !== 'stated')
    return basisOfMethod(sources, region, method) ?? (BY_PATIENTS.includes(method) ? null : populationBasis(sources, region).basis);
  if (halfLifeHours === null || !(halfLifeHours > 0)) return null;
  const source = `${halfLifeHours.toFixed(1)} h, ${(100 * STATED_SPREAD).toFixed(0)} % assumed`;
  const stated = { halfLife: hours(halfLifeHours), relativeUncertainty: STATED_SPREAD, key: subject, source };
  return { ...statedHalfLifeBasis(stated, region), confirmed: false };
}
