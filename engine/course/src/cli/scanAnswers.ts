import { GraywiseError } from '@graywise/physics';
import { EVERY_REGION, type DecisionAnswer } from '../engine/courseEngine.js';
import { SINGLE_SCAN_METHODS } from '../stages/singleScanMethods.js';
import { choiceOf } from './choiceOf.js';
import type { Arguments } from './readArguments.js';

const STATED = /^stated:(\d+(?:\.\d+)?)h$/;
const TAILS = { physical: 'physical decay', population: 'population half-life' } as const;
const REASON = 'chosen on the command line';

/**
 * `--scans 2,4` makes curves of these time points alone; `--single-scan population`, `--single-scan kidneys=stated:51h` says how one scan becomes a curve,
 * for every region or for one; `--tail physical` says what decays after the last scan. Throws GW_USAGE.
 */
export function scanAnswers(given: Arguments): DecisionAnswer[] {
  const scans = given.text('scans');
  const methods = given.list('single-scan').map(methodAnswer);
  const tail = choiceOf(given, 'tail', ['fitted', 'physical', 'population']);
  return [...(scans === null ? [] : [scansAnswer(scans)]), ...methods, ...(tail === 'fitted' ? [] : [tailAnswer(tail)])];
}

function tailAnswer(tail: keyof typeof TAILS): DecisionAnswer {
  return { kind: 'choose tail', subject: TAILS[tail], reason: REASON, halfLifeHours: null };
}

function scansAnswer(text: string): DecisionAnswer {
  if (!/^\d+(,\d+)*$/.test(text)) throw new GraywiseError('GW_USAGE', { expected: '--scans as time points such as 2,4', found: text });
  return { kind: 'choose scans', subject: text, reason: REASON, halfLifeHours: null };
}

function methodAnswer(text: string): DecisionAnswer {
  const [wanted = '', named] = text.split('=').reverse();
  const answer = { kind: 'state half-life', subject: named ?? EVERY_REGION, reason: REASON } as const;
  const hours = STATED.exec(wanted)?.[1];
  if (hours !== undefined && Number(hours) > 0) return { ...answer, halfLifeHours: Number(hours), method: 'stated' };
  const method = SINGLE_SCAN_METHODS.find(known => known === wanted);
  if (method) return { ...answer, halfLifeHours: null, method };
  throw new GraywiseError('GW_USAGE', { expected: `--single-scan [REGION=]${SINGLE_SCAN_METHODS.join('|')}|stated:51h`, found: text });
}
