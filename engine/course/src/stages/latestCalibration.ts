import type { CalibrationFacts, Instant } from '@graywise/physics';
import type { CalibrationSource, CycleSources } from '../model/cycle.js';

/** Of the calibrations of a kind the latest before the first scan of a cycle, or failing that the first after it; null when there is none. */
export function latestCalibration(
  { calibrations, scans }: CycleSources,
  ofKind: (kind: CalibrationFacts['kind']) => boolean,
): CalibrationSource | null {
  const first = scans[0]?.emission.start;
  const age = (start: Instant): number => (first ? first.epochSeconds - start.epochSeconds : 0);
  const usable = calibrations.filter(({ facts }) => ofKind(facts.kind));
  const [latest] = [...usable].sort((a, b) => rank(age(a.series.start)) - rank(age(b.series.start)));
  return latest ?? null;
}

/** Younger before older, anything before the scan before anything after it. */
function rank(ageSeconds: number): number {
  return ageSeconds >= 0 ? ageSeconds : 1e12 - ageSeconds;
}
