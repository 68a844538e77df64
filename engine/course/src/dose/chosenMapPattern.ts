import { GraywiseError } from '@graywise/physics';
import type { DecisionAnswer } from '../engine/courseEngine.js';

/** What the pattern of the dose map inside regions follows: the scans, each with its weight, or a curve fitted in every voxel. */
const MAP_PATTERNS = ['scans', 'voxel fits'] as const;

/** The pattern that a person chose with a reason; the scans where nobody did. Throws GW_USAGE for one that there is not. */
export function chosenMapPattern(answers: readonly DecisionAnswer[]): {
  readonly pattern: (typeof MAP_PATTERNS)[number];
  readonly reason: string;
} {
  const answer = answers.find(({ kind }) => kind === 'choose map pattern');
  const pattern = MAP_PATTERNS.find(known => known === (answer?.subject ?? 'scans'));
  if (!pattern)
    throw new GraywiseError('GW_USAGE', {
      expected: `a pattern of the dose map: ${MAP_PATTERNS.join(', ')}`,
      found: answer?.subject ?? '',
    });
  return { pattern, reason: answer?.reason ?? '' };
}
