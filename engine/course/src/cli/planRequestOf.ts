import { becquerel, gray, GraywiseError, type ActivityCap, type Becquerel, type DoseLimit, type PlanRequest } from '@graywise/physics';
import { limitOf } from './limitOf.js';
import { radiobiologyOf } from './radiobiologyOf.js';
import type { Arguments } from './readArguments.js';
import { targetOf } from './targetOf.js';
import { trendOf } from './trendOf.js';

/**
 * The plan that the words ask for, without what its protocol or the images add: limits such as `kidneys:23Gy`, `kidneys:39GyBED`, `kidneys:28GyEQD2`,
 * `red-marrow:0.5Gy/cycle`; targets such as `lesion-1:70Gy`, `worst-lesion:70Gy`. Throws GW_LIMIT_INVALID, GW_USAGE.
 */
export function planRequestOf(given: Arguments): PlanRequest {
  const cap = given.number('activity-cap', 0);
  const [risk, probability] = [shareOf('risk', given), shareOf('target-probability', given)];
  const caps = [...capNamed('licence', given), ...capNamed('stock', given)];
  const [roundTo, fixedActivity] = [activityOf('round-to', given), activityOf('fixed', given)];
  const trend = trendOf(given.text('trend'));
  const radiobiology = given.list('radiobiology').map(radiobiologyOf);
  const radiopharmaceutical = given.text('radiopharmaceutical');
  return {
    cycle: given.whole('cycle', 1) ?? 2,
    cyclesLeft: given.whole('cycles-left', 1) ?? 1,
    limits: [...given.list('limit').map(limitOf), ...marrowLimit(given)],
    targets: given.list('target').map(text => ({ ...targetOf(text), ...(probability !== null && { probability }) })),
    riskAccepted: risk,
    activityCap: cap === null ? null : becquerel(cap * 1e6),
    ...(caps.length > 0 && { caps }),
    ...(roundTo !== null && { roundTo }),
    ...(fixedActivity !== null && { fixedActivity }),
    ...(trend !== undefined && { trend }),
    ...(radiobiology.length > 0 && { radiobiology }),
    ...(given.flag('patient-only') && { basis: 'patient alone' as const }),
    ...(radiopharmaceutical !== null && { radiopharmaceutical }),
  };
}

/** `--marrow 2`: the cap of the marrow's dose, Gy over the course, by the population where nobody measured it. */
function marrowLimit(given: Arguments): DoseLimit[] {
  const value = given.number('marrow', 0.001);
  const source = 'stated on the command line';
  return value === null ? [] : [{ region: 'red-marrow', value: gray(value), quantity: 'absorbed dose', source, populationAllowed: true }];
}

function shareOf(name: 'risk' | 'target-probability', given: Arguments): number | null {
  const share = given.number(name, 0);
  if (share !== null && (share <= 0 || share >= 1))
    throw new GraywiseError('GW_USAGE', { expected: `--${name} between 0 and 1`, found: String(share) });
  return share;
}

function capNamed(name: 'licence' | 'stock', given: Arguments): ActivityCap[] {
  const activity = activityOf(name, given);
  return activity === null ? [] : [{ name, activity, source: 'stated on the command line' }];
}

/** `7400`, `7400MBq` or `7.4GBq`, Bq. Throws GW_USAGE. */
function activityOf(name: 'licence' | 'stock' | 'round-to' | 'fixed', given: Arguments): Becquerel | null {
  const text = given.text(name);
  if (text === null) return null;
  const [, value = '', unit = 'MBq'] = /^(\d+(?:\.\d+)?)(MBq|GBq)?$/.exec(text) ?? [];
  if (!(Number(value) > 0)) throw new GraywiseError('GW_USAGE', { expected: `--${name} as an activity such as 100MBq`, found: text });
  return becquerel(Number(value) * (unit === 'GBq' ? 1e9 : 1e6));
}
