import type { ResolutionFacts } from '@graywise/physics';
import { positiveOfField } from './positiveOfField.js';

/** The texts of the form, as typed: full width at half maximum and its standard uncertainty, mm. */
export interface ResolutionFields {
  readonly fwhm: string;
  readonly uncertainty: string;
}

/** The resolution that a form states. Throws GW_FACTS_INVALID for what is missing or wrong. */
export function resolutionOfFields({ fwhm, uncertainty }: ResolutionFields): ResolutionFacts {
  return {
    fwhmMm: positiveOfField(fwhm, 'the full width at half maximum, mm'),
    uncertaintyMm: positiveOfField(uncertainty, 'its standard uncertainty, mm'),
  };
}
