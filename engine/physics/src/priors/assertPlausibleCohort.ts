import { GraywiseError } from '../errors/GraywiseError.js';
import { exp } from '../numerics/exp.js';
import { nuclideData } from '../nuclides/nuclideData.js';
import { inHours, second } from '../quantities/quantity.js';
import type { Cohort, CohortMember } from './cohort.js';
import { nuclideOfRadiopharmaceutical } from './nuclideOfRadiopharmaceutical.js';
import { SHORTEST_HALF_LIFE_H } from './plausibleDoses.js';

/** Amplitudes are written with three digits or more: so far below zero may they add up, as a share of all of them. */
const ROUNDING = 1e-3;
/** Where a curve must not be below zero: from the administration on, closer than any phase is short. */
const LOOKED_AT_H = [0, ...Array.from({ length: 60 }, (_, step) => 0.05 * 1.16 ** step)];

/**
 * Refuses a cohort that cannot be what it says (rule K4): fewer than two patients, one of them twice, an effective half-life that is longer than the physical
 * one, a curve that is below zero or does not end in clearance. Throws GW_PRIOR_REFUSED.
 */
export function assertPlausibleCohort({ id, radiopharmaceutical, regions, members }: Cohort): void {
  const refuse = (expected: string, found: string): never => {
    throw new GraywiseError('GW_PRIOR_REFUSED', { where: `cohort ${id}`, expected, found });
  };
  const nuclide = nuclideOfRadiopharmaceutical(radiopharmaceutical);
  if (nuclide === null) return refuse('a radiopharmaceutical with its nuclide, such as 177Lu-DOTATATE', radiopharmaceutical);
  if (regions.length === 0) refuse('one region or more', 'none');
  if (members.length < 2) refuse('two patients or more', String(members.length));
  const curves = members.map(member => JSON.stringify(member));
  curves.forEach((curve, index) => {
    const first = curves.indexOf(curve);
    if (first < index) refuse('a curve of its own for every patient', `the same in patients ${String(first + 1)} and ${String(index + 1)}`);
  });
  members.forEach(({ terms }, index) => {
    const fault = curveFault(terms, inHours(nuclideData(nuclide).halfLife));
    if (fault) refuse(fault.expected, `${fault.found} in patient ${String(index + 1)}`);
  });
}

function curveFault(terms: CohortMember['terms'], physicalHours: number): { readonly expected: string; readonly found: string } | null {
  const [slow] = [...terms].sort((a, b) => a.rate - b.rate);
  if (!slow || !(slow.amplitude > 0)) return { expected: 'a positive amplitude of the slowest phase', found: 'none' };
  const hours = inHours(second(Math.LN2 / slow.rate));
  if (!(hours >= SHORTEST_HALF_LIFE_H && hours <= physicalHours * (1 + 1e-9)))
    return {
      expected: `a slowest phase of ${String(SHORTEST_HALF_LIFE_H)} to ${physicalHours.toFixed(1)} h (never longer than the physical half-life)`,
      found: `${hours.toPrecision(4)} h`,
    };
  const sum = (of: (amplitude: number, rate: number) => number): number =>
    terms.reduce((total, { amplitude, rate }) => total + of(amplitude, rate), 0);
  const least = -ROUNDING * sum(Math.abs);
  const below = LOOKED_AT_H.find(time => sum((amplitude, rate) => amplitude * exp(-rate * 3600 * time)) < least);
  return below === undefined ? null : { expected: 'no activity below zero', found: `some ${String(below)} h after the administration` };
}
