import { inHours, type Second } from '../quantities/quantity.js';
import type { ProtocolFinding } from '../record/cyclePlan.js';
import { courseRegions } from '../record/courseRegions.js';
import type { CycleVerification } from '../record/cycleVerification.js';
import type { TherapyProtocol } from './therapyProtocol.js';

/**
 * What a verification lacks of its protocol (rule P15): scans that are not within the tolerance of their times, all of the first cycle's in cycle 1, the
 * reduced ones in later cycles; organs and lesions that were not measured.
 */
export function verificationFindings(protocol: TherapyProtocol, verification: CycleVerification): ProtocolFinding[] {
  const { cycle, scans } = verification;
  const { firstCycle, laterCycles, toleranceRelative } = protocol.imaging;
  const wanted = cycle === 1 ? firstCycle.map(time => [time, time] as const) : laterCycles;
  const isTaken = ([from, to]: readonly [Second, Second]): boolean =>
    scans.some(({ afterAdministration: at }) => at >= from * (1 - toleranceRelative) && at <= to * (1 + toleranceRelative));
  const words = ([from, to]: readonly [Second, Second]): string =>
    from === to ? `${inHours(from).toFixed(0)} h` : `${inHours(from).toFixed(0)} to ${inHours(to).toFixed(0)} h`;
  const names = courseRegions(verification).map(({ name }) => name);
  const isMeasured = (organ: string): boolean => names.includes(organ) || names.includes(organ.replace(/s$/, '-left'));
  return [
    ...wanted
      .filter(window => !isTaken(window))
      .map((window): ProtocolFinding => ({
        kind: 'scan missing',
        text: `Cycle ${String(cycle)}: no scan at ${words(window)} (${protocol.title}).`,
      })),
    ...[
      ...protocol.organs.filter(organ => !isMeasured(organ)),
      ...(protocol.lesions && !names.some(name => name.startsWith('lesion')) ? ['a lesion'] : []),
    ].map((organ): ProtocolFinding => ({
      kind: 'organ missing',
      text: `Cycle ${String(cycle)}: ${organ} not measured (${protocol.title}).`,
    })),
  ];
}
