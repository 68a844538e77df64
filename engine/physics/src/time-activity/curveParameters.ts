import type { TimeActivityFit } from '../record/cycleVerification.js';

/** One exponential of a curve: amplitude in Bq, rate in 1/s. */
export type CurveTerm = TimeActivityFit['terms'][number];

/** Names of the parameters that a fit can leave free, as they stand in `TimeActivityFit.parameterNames`. */
export type CurveParameter = 'amplitude' | 'slow amplitude' | 'fast amplitude' | 'clearance rate' | 'uptake rate' | 'fast clearance rate';

interface Effect {
  readonly term: 0 | 1;
  readonly part: 'amplitude' | 'rate';
  readonly sign: 1 | -1;
}

/**
 * Which numbers of `terms` each parameter is. The slow term stands first. 'amplitude' is the common amplitude of a curve whose terms differ in sign
 * only (uptake and clearance), or the amplitude of its single term.
 */
const EFFECTS: Readonly<Record<CurveParameter, readonly Effect[]>> = {
  amplitude: [
    { term: 0, part: 'amplitude', sign: 1 },
    { term: 1, part: 'amplitude', sign: -1 },
  ],
  'slow amplitude': [{ term: 0, part: 'amplitude', sign: 1 }],
  'fast amplitude': [{ term: 1, part: 'amplitude', sign: 1 }],
  'clearance rate': [{ term: 0, part: 'rate', sign: 1 }],
  'uptake rate': [{ term: 1, part: 'rate', sign: 1 }],
  'fast clearance rate': [{ term: 1, part: 'rate', sign: 1 }],
};

/** A quantity computed from the terms of a curve, by its partial derivatives with respect to each term's amplitude and rate. */
export type TermDerivatives = (term: CurveTerm, index: number) => { readonly amplitude: number; readonly rate: number };

/** The gradient of a quantity with respect to the named parameters of a curve. */
export function parameterGradient(
  terms: readonly CurveTerm[],
  parameters: readonly CurveParameter[],
  derivatives: TermDerivatives,
): number[] {
  return parameters.map(parameter => {
    let slope = 0;
    for (const effect of EFFECTS[parameter]) {
      const term = terms[effect.term];
      if (term) slope += effect.sign * derivatives(term, effect.term)[effect.part];
    }
    return slope;
  });
}

/** The value of a parameter in a curve, in Bq or 1/s. */
export function parameterValue(terms: readonly CurveTerm[], parameter: CurveParameter): number {
  const effect = EFFECTS[parameter][0];
  return (effect && terms[effect.term]?.[effect.part]) ?? 0;
}
