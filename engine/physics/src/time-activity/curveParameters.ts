import type { TimeActivityFit } from '../record/cycleVerification.js';

/** One exponential of a curve: amplitude in Bq, rate in 1/s. */
export type CurveTerm = TimeActivityFit['terms'][number];

/** Names of the parameters that a fit can leave free, as they stand in `TimeActivityFit.parameterNames`. */
export type CurveParameter =
  | 'amplitude'
  | 'slow amplitude'
  | 'fast amplitude'
  | 'prompt amplitude'
  | 'delayed amplitude'
  | 'clearance rate'
  | 'fast clearance rate'
  | 'delayed uptake rate'
  | 'uptake rate';

interface Effect {
  readonly term: 0 | 1 | 2 | 'last';
  readonly part: 'amplitude' | 'rate';
  readonly sign: 1 | -1;
}

const amplitude = (term: 0 | 1 | 2, sign: 1 | -1 = 1): Effect => ({ term, part: 'amplitude', sign });
const rate = (term: Effect['term']): Effect => ({ term, part: 'rate', sign: 1 });

/**
 * Which numbers of `terms` each parameter is; an effect on a term that a curve lacks is none. The slow term stands first, the quickest uptake last. What a
 * curve takes up it has not at the administration, so an amplitude of clearance is also, with the other sign, one of uptake.
 */
const EFFECTS: Readonly<Record<CurveParameter, readonly Effect[]>> = {
  amplitude: [amplitude(0), amplitude(1, -1)],
  'slow amplitude': [amplitude(0), amplitude(2, -1)],
  'fast amplitude': [amplitude(1), amplitude(2, -1)],
  'prompt amplitude': [{ ...amplitude(2), sign: -1 }, amplitude(0)],
  'delayed amplitude': [{ ...amplitude(1), sign: -1 }, amplitude(0)],
  'clearance rate': [rate(0)],
  'fast clearance rate': [rate(1)],
  'delayed uptake rate': [rate(1)],
  'uptake rate': [rate('last')],
};

/** The place in `terms` of what an effect is on. */
const place = ({ term }: Effect, terms: readonly CurveTerm[]): number => (term === 'last' ? terms.length - 1 : term);

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
      const index = place(effect, terms);
      const term = terms[index];
      if (term) slope += effect.sign * derivatives(term, index)[effect.part];
    }
    return slope;
  });
}

/** The value of a parameter in a curve, in Bq or 1/s. */
export function parameterValue(terms: readonly CurveTerm[], parameter: CurveParameter): number {
  const [effect] = EFFECTS[parameter];
  return effect ? effect.sign * (terms[place(effect, terms)]?.[effect.part] ?? 0) : 0;
}

/** The terms, `count` of them, of a curve whose parameters have these values. */
export function termsOfParameters(parameters: readonly CurveParameter[], values: readonly number[], count: number): CurveTerm[] {
  const terms = Array.from({ length: count }, () => ({ amplitude: 0, rate: 0 }));
  parameters.forEach((parameter, index) => {
    for (const effect of EFFECTS[parameter]) {
      const term = terms[place(effect, terms)];
      if (term) term[effect.part] += effect.sign * (values[index] ?? 0);
    }
  });
  return terms;
}
