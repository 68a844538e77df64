import type { ScanSummary } from '../record/cycleVerification.js';
import type { Finding } from '../record/finding.js';
import type { Second } from '../quantities/quantity.js';

/** When to scan once more: seconds after the administration of this cycle and of the next one. */
export interface ExtraScans {
  readonly thisCycle: readonly Second[];
  readonly nextCycle: readonly Second[];
}

/** The extra scans of a finding: those that come after the last scan of the cycle can still be made, those before it only in the next cycle. */
export function extraScansByCycle(
  { extraScans }: Pick<Finding, 'extraScans'>,
  scans: readonly Pick<ScanSummary, 'afterAdministration'>[],
): ExtraScans {
  const last = Math.max(...scans.map(({ afterAdministration }) => afterAdministration));
  return { thisCycle: extraScans.filter(time => time > last), nextCycle: extraScans.filter(time => time <= last) };
}
