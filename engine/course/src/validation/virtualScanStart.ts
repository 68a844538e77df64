import { hours, instantAfter, parseInstant, type Instant } from '@graywise/physics';

/** The starts of the administrations of a virtual patient's two cycles. */
export const VIRTUAL_ADMINISTRATIONS: readonly [Instant, Instant] = [
  parseInstant('2026-03-02T10:00:00+00:00'),
  parseInstant('2026-04-27T10:00:00+00:00'),
];

/** The start of a scan so many hours after the administration. */
export function virtualScanStart(cycle: 1 | 2, after: number): Instant {
  return instantAfter(VIRTUAL_ADMINISTRATIONS[cycle === 1 ? 0 : 1], hours(after));
}
