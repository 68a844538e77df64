import type { SingleScanChoice, SingleScanOption } from '@graywise/course';
import { SINGLE_SCAN_TITLES } from '@graywise/extension-core';
import type { SingleScanMethod } from '@graywise/physics';

/** The ways that are offered before it is known what they rest on for a region. */
export const EVERY_METHOD: readonly SingleScanOption[] = (Object.keys(SINGLE_SCAN_TITLES) as SingleScanMethod[]).map(method => ({
  method,
  text: '',
  confirmed: true,
}));

/** Whether a choice says how to make a curve: a stated half-life needs its number. */
export function isComplete({ method, halfLifeHours }: SingleScanChoice): boolean {
  return method !== 'stated' || (halfLifeHours !== null && halfLifeHours > 0);
}
