import type { DoseComment } from '@graywise/physics';
import type { DecisionAnswer } from '../engine/courseEngine.js';

/** What a person said to doses outside of what was expected: one comment for each region, the last one given; empty ones are none. */
export function commentsOf(answers: readonly DecisionAnswer[]): DoseComment[] {
  const byRegion = new Map<string, string>();
  for (const { kind, subject, reason } of answers) if (kind === 'comment on dose') byRegion.set(subject, reason.trim());
  return [...byRegion].filter(([, text]) => text !== '').map(([region, text]) => ({ region, text }));
}
