import type { SingleScanChoice, SingleScanOption } from '@graywise/course';

/** The ways that are offered before it is known what they rest on for a region. */
export const EVERY_METHOD: readonly SingleScanOption[] = (['own', 'population', 'map', 'haenscheid', 'cohort', 'stated'] as const).map(
  method => ({
    method,
    text: '',
    confirmed: true,
  }),
);

/** Whether a choice says how to make a curve: a stated half-life needs its number. */
export function isComplete({ method, halfLifeHours }: SingleScanChoice): boolean {
  return method !== 'stated' || (halfLifeHours !== null && halfLifeHours > 0);
}
