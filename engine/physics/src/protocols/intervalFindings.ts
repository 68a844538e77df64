import type { ProtocolFinding } from '../record/cyclePlan.js';
import type { CycleVerification } from '../record/cycleVerification.js';
import type { TherapyProtocol } from './therapyProtocol.js';

const WEEK = 604800;

/** Cycles of a course that follow each other sooner or later than their protocol has it, beyond its tolerance (rule P15). */
export function intervalFindings({ cycles, title }: TherapyProtocol, course: readonly CycleVerification[]): ProtocolFinding[] {
  return course.flatMap((later): ProtocolFinding[] => {
    const earlier = course.find(({ cycle }) => cycle === later.cycle - 1);
    if (!earlier) return [];
    const interval = later.administrationStart.epochSeconds - earlier.administrationStart.epochSeconds;
    if (Math.abs(interval - cycles.interval) <= cycles.intervalTolerance) return [];
    const weeks = (seconds: number): string => `${(seconds / WEEK).toFixed(1)} weeks`;
    return [
      {
        kind: 'interval',
        text: `Cycle ${String(later.cycle)} came ${weeks(interval)} after cycle ${String(earlier.cycle)}; ${weeks(cycles.interval)} is usual (${title}).`,
      },
    ];
  });
}
