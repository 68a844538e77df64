import { canonicalJson } from '@graywise/dicom';
import { GraywiseError, rowName, type Facts } from '@graywise/physics';

/**
 * What the facts of a file and those that the archive keeps do not both state, in words; empty when they are the same.
 *
 * What both state must be the same (GW_FACTS_CONFLICT): neither is preferred silently.
 */
export function factsDifferences(file: Facts, archive: Facts): string[] {
  const ofFile = entriesOf(file);
  const ofArchive = entriesOf(archive);
  for (const [where, value] of ofFile) {
    const kept = ofArchive.get(where);
    if (kept !== undefined && kept !== value)
      throw new GraywiseError('GW_FACTS_CONFLICT', { where, expected: value, found: `${kept} (facts that the archive keeps)` });
  }
  const only = (these: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] =>
    [...these.keys()].filter(where => !others.has(where));
  return [
    ...inWords(only(ofFile, ofArchive), 'in the facts file alone', 'used'),
    ...inWords(only(ofArchive, ofFile), "in the archive's facts alone", 'not used'),
  ];
}

/** A line each, but one for all measurements: they come by the dozen. */
function inWords(entries: readonly string[], place: string, use: string): string[] {
  const others = entries.filter(where => !where.startsWith(MEASUREMENT));
  const count = entries.length - others.length;
  const measured = count === 1 ? ['a measurement'] : [];
  return [
    ...[...others, ...measured].map(where => `${where} is ${place} and is ${use}`),
    ...(count > 1 ? [`${String(count)} measurements are ${place} and are ${use}`] : []),
  ];
}

const MEASUREMENT = 'the measurement ';

function entriesOf(facts: Facts): Map<string, string> {
  const entries: [string, unknown][] = [
    ...facts.administrations.map((stated): [string, unknown] => [`the administration of cycle ${String(stated.cycle)}`, stated]),
    ...facts.calibrations.map((stated): [string, unknown] => [`the calibration "${stated.series}"`, stated]),
    ...Object.entries(facts.effectiveHalfLives).map(([name, stated]): [string, unknown] => [`the effective half-life of ${name}`, stated]),
    ...(facts.priors ?? []).map((stated): [string, unknown] => [`the population value ${stated.id}`, stated]),
    ...(facts.cohorts ?? []).map((stated): [string, unknown] => [`the cohort ${stated.id}`, stated]),
    ...(facts.measurements ?? []).map((row): [string, unknown] => [`${MEASUREMENT}${rowName(row)}, cycle ${String(row.cycle)}`, row]),
    ['the dead time', facts.deadTime],
    ['the curve from HU to density', facts.huToDensity],
  ];
  return new Map(entries.flatMap(([where, stated]) => (stated === null ? [] : [[where, canonicalJson(stated)]])));
}
