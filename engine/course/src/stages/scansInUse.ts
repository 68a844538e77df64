import { GraywiseError } from '@graywise/physics';
import type { DecisionAnswer } from '../engine/courseEngine.js';
import type { CycleSources } from '../model/cycle.js';

/** The scans that curves are made from. */
export interface ScansInUse {
  /** Their places in the list of scans, ascending. */
  readonly indices: readonly number[];
  /** Null when all are used; else the time points and why. */
  readonly choice: { readonly timePoints: readonly number[]; readonly reason: string } | null;
}

/** All scans of a cycle, or the time points that a person chose. Throws GW_USAGE for a time point that the cycle lacks, or none. */
export function scansInUse({ scans }: Pick<CycleSources, 'scans'>, answers: readonly DecisionAnswer[]): ScansInUse {
  const answer = answers.find(({ kind }) => kind === 'choose scans');
  if (!answer) return { indices: scans.map((_, index) => index), choice: null };
  const timePoints = [...new Set(answer.subject.split(',').map(Number))].sort((a, b) => a - b);
  const indices = timePoints.map(wanted => scans.findIndex(({ timePoint }) => timePoint === wanted));
  if (indices.includes(-1))
    throw new GraywiseError('GW_USAGE', {
      expected: `time points among ${scans.map(({ timePoint }) => String(timePoint)).join(', ')}`,
      found: answer.subject,
    });
  return { indices, choice: indices.length === scans.length ? null : { timePoints, reason: answer.reason } };
}
