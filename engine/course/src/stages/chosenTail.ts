import { GraywiseError, type ChosenTail } from '@graywise/physics';
import type { DecisionAnswer } from '../engine/courseEngine.js';
import type { HalfLifeSources } from './halfLifeSources.js';
import { populationBasis } from './populationBasis.js';

/** What a person chose to decay after the last scan of a region; null for the fitted curve. Throws GW_USAGE for a tail that there is not. */
export function chosenTail(sources: HalfLifeSources, region: string, answers: readonly DecisionAnswer[]): ChosenTail | null {
  const rule = answers.find(({ kind }) => kind === 'choose tail')?.subject;
  if (rule === undefined) return null;
  if (rule === 'physical decay') return { rule };
  if (rule !== 'population half-life')
    throw new GraywiseError('GW_USAGE', { expected: 'physical decay or population half-life after the last scan', found: rule });
  const { halfLife, source, confirmed } = populationBasis(sources, region).basis;
  return { rule, halfLife, source, confirmed };
}
