import { becquerel, gray, GraywiseError, type DoseLimit, type DoseTarget, type PlanRequest } from '@graywise/physics';
import type { Arguments } from './readArguments.js';

const LIMIT = /^([a-z][a-z0-9-]*):(\d+(?:\.\d+)?)Gy(BED)?$/i;

/** The plan that the words ask for: `--limit kidneys:23Gy`, `--limit kidneys:39GyBED`, `--target lesion-1:70Gy`. Throws GW_LIMIT_INVALID. */
export function planRequestOf(given: Arguments): PlanRequest {
  const cap = given.number('activity-cap', 0);
  const risk = given.number('risk', 0);
  if (risk !== null && (risk <= 0 || risk >= 1))
    throw new GraywiseError('GW_USAGE', { expected: '--risk between 0 and 1', found: String(risk) });
  return {
    cycle: given.whole('cycle', 1) ?? 2,
    cyclesLeft: given.whole('cycles-left', 1) ?? 1,
    limits: given.list('limit').map(limitOf),
    targets: given.list('target').map(targetOf),
    riskAccepted: risk,
    activityCap: cap === null ? null : becquerel(cap * 1e6),
  };
}

function limitOf(text: string): DoseLimit {
  const [, region = '', value = '', bed] = LIMIT.exec(text) ?? [];
  if (region === '' || Number(value) <= 0) throw new GraywiseError('GW_LIMIT_INVALID', { found: text });
  return { region, value: gray(Number(value)), quantity: bed ? 'BED' : 'absorbed dose', source: 'stated on the command line' };
}

function targetOf(text: string): DoseTarget {
  const [, region = '', value = '', bed] = LIMIT.exec(text) ?? [];
  if (region === '' || bed || Number(value) <= 0) throw new GraywiseError('GW_LIMIT_INVALID', { found: text });
  return { region, value: gray(Number(value)), source: 'stated on the command line' };
}
