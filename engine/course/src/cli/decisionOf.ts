import { becquerel, GraywiseError } from '@graywise/physics';
import type { PlanDecision } from '../engine/courseEngine.js';
import type { Arguments } from './readArguments.js';

/** `--choose TITLE` or `--choose MBQ`, with `--reason TEXT` and `--by NAME`; null where nothing is chosen. Throws GW_USAGE. */
export function decisionOf(given: Arguments): PlanDecision | null {
  const chosen = given.text('choose');
  if (chosen === null) {
    if (given.text('reason') !== null)
      throw new GraywiseError('GW_USAGE', { expected: '--choose TITLE or MBQ with --reason', found: 'none' });
    return null;
  }
  const activity = /^\d+(\.\d+)?(MBq)?$/.test(chosen) ? parseFloat(chosen) : null;
  return {
    choice: activity === null ? { title: chosen } : { activity: becquerel(activity * 1e6) },
    reason: given.text('reason') ?? '',
    who: given.text('by'),
  };
}
