import type { EmissionSeries } from '@graywise/dicom';
import {
  administeredActivity,
  becquerel,
  findNuclideName,
  GraywiseError,
  nuclideData,
  secondsBetween,
  warning,
  type AdministrationFacts,
  type Becquerel,
  type Facts,
  type Instant,
  type StepWarning,
} from '@graywise/physics';

/** Two clocks may differ by this much (s) before they contradict each other. */
const CLOCK_TOLERANCE_SECONDS = 300;
/** Clocks are put forward or back by this much. */
const CLOCK_CHANGE_MINUTES = 60;
/** An activity calibrator's tolerance (5 %), after which two stated activities contradict each other. */
const ACTIVITY_TOLERANCE = 0.05;

export interface StatedAdministrations {
  readonly administrations: readonly AdministrationFacts[];
  readonly warnings: readonly StepWarning[];
}

/**
 * The administrations of the course in the order of time: those of the facts, and those that the images state of cycles on which the facts are silent.
 *
 * Where both speak they must agree: a difference within the tolerance of clocks and calibrators is named in a warning, a larger one is refused
 * (GW_FACTS_CONFLICT).
 */
export function administrationsOf(scans: readonly EmissionSeries[], facts: Facts): StatedAdministrations {
  const imaged = distinctAdministrations(scans);
  if (facts.administrations.length === 0) return { administrations: imaged, warnings: [] };
  const administrations = [...facts.administrations, ...imaged.filter(found => !isStated(found, facts))].sort(
    (a, b) => a.start.epochSeconds - b.start.epochSeconds,
  );
  const warnings: StepWarning[] = [];
  for (const stated of facts.administrations)
    for (const series of scansAfter(scans, stated, administrations)) {
      const found = compare(stated, series);
      if (found) warnings.push({ step: 'calibrate', ...warning('GW_FACTS_DIFFER', { where: series.description || series.folder, found }) });
    }
  return { administrations, warnings: unique(warnings) };
}

/** Facts of one cycle leave the other cycles to their images. */
function isStated({ cycle, start }: AdministrationFacts, { administrations }: Facts): boolean {
  return administrations.some(stated => stated.cycle === cycle || clocksApart(stated.start, start) <= CLOCK_TOLERANCE_SECONDS);
}

function distinctAdministrations(scans: readonly EmissionSeries[]): AdministrationFacts[] {
  const found: AdministrationFacts[] = [];
  const stated = scans.filter(({ administration }) => administration.start !== null && administration.activity !== null);
  for (const { administration, radiopharmaceutical, nuclide } of stated) {
    const { start, end, activity } = administration;
    if (!start || activity === null || found.some(other => clocksApart(other.start, start) <= CLOCK_TOLERANCE_SECONDS)) continue;
    found.push({
      cycle: 0,
      radiopharmaceutical: radiopharmaceutical ?? nuclide ?? '',
      preAssay: { activity, at: start },
      residual: null,
      start,
      end,
    });
  }
  return found
    .sort((a, b) => a.start.epochSeconds - b.start.epochSeconds)
    .map((administration, index) => ({ ...administration, cycle: index + 1 }));
}

function scansAfter(scans: readonly EmissionSeries[], stated: AdministrationFacts, all: readonly AdministrationFacts[]): EmissionSeries[] {
  const next = Math.min(...all.map(({ start }) => start.epochSeconds).filter(epoch => epoch > stated.start.epochSeconds));
  return scans.filter(
    ({ start, administration: own }) =>
      start.epochSeconds >= stated.start.epochSeconds &&
      start.epochSeconds < next &&
      // A scan that states a later administration than itself is refused for that, not for the administration before it.
      (own.start === null || own.start.epochSeconds <= start.epochSeconds),
  );
}

/** Words for a small difference, null for none; refuses a large one. */
function compare(stated: AdministrationFacts, series: EmissionSeries): string | null {
  const { start, activity } = series.administration;
  const where = `the administration of cycle ${String(stated.cycle)}`;
  const apart = start ? clocksApart(stated.start, start) : 0;
  if (start && apart > CLOCK_TOLERANCE_SECONDS) {
    throw new GraywiseError('GW_FACTS_CONFLICT', { where, expected: clock(stated.start.epochSeconds), found: clock(start.epochSeconds) });
  }
  const net = netActivity(stated);
  const ratio = activity === null ? 0 : Math.min(...[net, stated.preAssay.activity].map(candidate => Math.abs(activity / candidate - 1)));
  if (activity !== null && ratio > ACTIVITY_TOLERANCE) {
    throw new GraywiseError('GW_FACTS_CONFLICT', {
      where,
      expected: `${(net / 1e6).toFixed(0)} MBq`,
      found: `${(activity / 1e6).toFixed(0)} MBq`,
    });
  }
  if (start && Math.abs(secondsBetween(stated.start, start)) > CLOCK_TOLERANCE_SECONDS)
    return 'the images start the administration at the same time of day in another zone, as cameras do after a clock change; the facts are used';
  if (apart > 60) return `the images start the administration ${(apart / 60).toFixed(0)} min apart from the facts; the facts are used`;
  if (ratio > 0.01) return `the images state an activity ${(ratio * 100).toFixed(1)} % apart from the facts; the facts are used`;
  return null;
}

/** What was given, decayed to its start; cameras are told this, or what was assayed. A nuclide nobody can name is refused later, not here. */
function netActivity(stated: AdministrationFacts): Becquerel {
  const nuclide = findNuclideName(stated.radiopharmaceutical);
  if (nuclide !== null) return administeredActivity(stated, nuclideData(nuclide).halfLife).value;
  return becquerel(Math.max(0, stated.preAssay.activity - (stated.residual?.activity ?? 0)));
}

/**
 * Seconds between two moments, or between what two clocks showed then, whichever is less.
 *
 * After a clock change a camera goes on writing the time of day at which somebody entered the administration, now beside the new zone.
 */
function clocksApart(a: Instant, b: Instant): number {
  const instants = secondsBetween(a, b);
  const clocks = instants + 60 * (b.offsetMinutes - a.offsetMinutes);
  const clockChange = Math.abs(b.offsetMinutes - a.offsetMinutes) <= CLOCK_CHANGE_MINUTES;
  return Math.min(Math.abs(instants), clockChange ? Math.abs(clocks) : Infinity);
}

function clock(epochSeconds: number): string {
  return new Date(epochSeconds * 1000).toISOString().slice(0, 16).replace('T', ' ') + ' UTC';
}

function unique(warnings: readonly StepWarning[]): StepWarning[] {
  return warnings.filter((candidate, index) => warnings.findIndex(({ message }) => message === candidate.message) === index);
}
