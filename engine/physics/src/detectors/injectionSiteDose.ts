import { GraywiseError } from '../errors/GraywiseError.js';
import { multiplyEstimates } from '../quantities/multiplyEstimates.js';
import { divideEstimates } from '../quantities/divideEstimates.js';
import { exactly } from '../quantities/exactly.js';
import type { Estimate } from '../quantities/estimate.js';
import {
  becquerel,
  becquerelSecond,
  gray,
  type Becquerel,
  type BecquerelSecond,
  type Gray,
  type Joule,
  type Kilogram,
  type Second,
} from '../quantities/quantity.js';

/** D = E A~ / m: the dose of electrons that stay where the activity is, such as at an injection site. E: mean electron energy per decay. */
export function injectionSiteDose(
  energyPerDecay: Joule,
  timeIntegrated: Estimate<BecquerelSecond>,
  mass: Estimate<Kilogram>,
): Estimate<Gray> {
  const energy = multiplyEstimates(timeIntegrated, exactly(energyPerDecay), value => value);
  return divideEstimates(energy, mass, gray);
}

/** What a stated dose of an injection site implies, and whether it can be. */
export interface ImpliedActivity {
  readonly timeIntegrated: BecquerelSecond;
  /** At the administration, for one exponential. */
  readonly initial: Becquerel;
  /** True when it is more than was given: the volume, the half-life or the dose is wrong. */
  readonly isImpossible: boolean;
}

/**
 * The activity that a local dose stands for, A~ = D m / E and A0 = A~ ln 2 / T: published doses of an extravasation imply more activity than was given for the
 * largest of the volumes they were evaluated in. Throws GW_NOT_FINITE for no energy or half-life.
 */
export function impliedActivity(input: {
  readonly dose: Gray;
  readonly mass: Kilogram;
  readonly energyPerDecay: Joule;
  readonly halfLife: Second;
  readonly administered: Becquerel;
}): ImpliedActivity {
  if (input.halfLife <= 0) throw new GraywiseError('GW_NOT_FINITE', { unit: 's', found: input.halfLife });
  const timeIntegrated = becquerelSecond((input.dose * input.mass) / input.energyPerDecay);
  const initial = becquerel((timeIntegrated * Math.LN2) / input.halfLife);
  return { timeIntegrated, initial, isImpossible: initial > input.administered };
}
