import type { Becquerel } from '../quantities/quantity.js';

/** Tolerance about the intended activity, and how far above the label a treatment is still a standardised one (EANM position on article 56, 2021). */
const TOLERANCE = 0.1;
const ABOVE_LABEL = 0.25;

/** How an administered activity stands to what was intended and to the label. */
export interface AdministeredCheck {
  /** Relative, positive when more was given than intended. */
  readonly deviation: number;
  readonly isWithinTolerance: boolean;
  /** True when more than 25 % above the activity of the label; false without a label. */
  readonly isNonStandardised: boolean;
}

/** The administered activity against the intended one (rule V12): within 10 %, and not more than 25 % above the label. */
export function administeredAgainstIntended(input: {
  readonly administered: Becquerel;
  readonly intended: Becquerel;
  readonly label: Becquerel | null;
}): AdministeredCheck {
  const deviation = input.administered / input.intended - 1;
  return {
    deviation,
    isWithinTolerance: Math.abs(deviation) <= TOLERANCE,
    isNonStandardised: input.label !== null && input.administered > (1 + ABOVE_LABEL) * input.label,
  };
}
