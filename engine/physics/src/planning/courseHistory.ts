import { GraywiseError } from '../errors/GraywiseError.js';
import { addEstimates } from '../quantities/addEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { gray, type Gray, type GrayPerBecquerel } from '../quantities/quantity.js';
import { lethalInteraction } from '../radiobiology/lethalInteraction.js';
import type { PlanRequest } from '../record/cyclePlan.js';
import type { CycleVerification, RegionResult } from '../record/cycleVerification.js';
import { dosePerActivity } from './dosePerActivity.js';

/** What the verified cycles say of one region. */
export interface RegionHistory {
  readonly name: string;
  readonly label: string;
  readonly delivered: Estimate<Gray>;
  /** Null when a cycle has no BED for the region. */
  readonly deliveredBed: Estimate<Gray> | null;
  /** Of the cycles to come. */
  readonly perActivity: Estimate<GrayPerBecquerel>;
  /** f in BED = D + f D^2 of one cycle, 1/Gy, from the kinetics of the last cycle; null without radiobiology. */
  readonly effectPerGray: number | null;
}

/**
 * The course so far, by region, from the verifications of all cycles before the one planned (rule P1). Of several verifications of one cycle the last
 * in the list counts. Regions that were not verified in every cycle are left out, unless a limit or a target names them.
 *
 * Throws GW_NO_RECORD for a cycle without verification, GW_COURSE_MIXED when the cycles differ in their radionuclide, GW_REGION_UNKNOWN when a limit or target names a region that some cycle lacks.
 */
export function courseHistory(request: PlanRequest, history: readonly CycleVerification[]): RegionHistory[] {
  const cycles = Array.from({ length: request.cycle - 1 }, (_, index) => verificationOf(index + 1, history));
  const last = cycles.at(-1);
  if (!last) throw new GraywiseError('GW_NO_RECORD', { cycle: request.cycle });
  const other = cycles.find(({ nuclide }) => nuclide !== last.nuclide);
  if (other) throw new GraywiseError('GW_COURSE_MIXED', { expected: last.nuclide, cycle: other.cycle, found: other.nuclide });
  const everywhere = last.regions.filter(({ name }) => cycles.every(cycle => cycle.regions.some(region => region.name === name)));
  for (const { region } of [...request.limits, ...request.targets])
    if (!everywhere.some(({ name }) => name === region))
      throw new GraywiseError('GW_REGION_UNKNOWN', { expected: region, found: everywhere.map(({ name }) => name).join(', ') });
  return everywhere.map(region =>
    regionHistory(
      region,
      cycles.flatMap(cycle => cycle.regions.filter(({ name }) => name === region.name)),
    ),
  );
}

function verificationOf(cycle: number, history: readonly CycleVerification[]): CycleVerification {
  const found = history.findLast(verification => verification.cycle === cycle);
  if (!found) throw new GraywiseError('GW_NO_RECORD', { cycle });
  return found;
}

function regionHistory(last: RegionResult, results: readonly RegionResult[]): RegionHistory {
  const beds = results.flatMap(({ bed }) => (bed ? [bed] : []));
  const interaction = last.radiobiology ? lethalInteraction(last.fit.terms, Math.LN2 / last.radiobiology.repairHalfTime) : null;
  return {
    name: last.name,
    label: last.label,
    delivered: addEstimates(
      results.map(({ absorbedDose }) => absorbedDose),
      gray,
    ),
    deliveredBed: beds.length === results.length ? addEstimates(beds, gray) : null,
    perActivity: dosePerActivity(
      last.name,
      results.map(({ absorbedDosePerActivity }) => absorbedDosePerActivity),
    ),
    effectPerGray: last.radiobiology && interaction !== null ? interaction / last.radiobiology.alphaBetaGy : null,
  };
}
