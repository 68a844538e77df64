/**
 * Akaike's criterion where the scatter of every point is stated: chi-square + 2 K, K the structural parameters (rule T4).
 *
 * The small-sample term of AICc corrects for a scatter that is estimated from the same residuals (Hurvich and Tsai 1989 derive it for an unknown
 * variance); with known variances -2 ln L is chi-square itself and its expected optimism is 2 K for any number of points. Akaike 1974, IEEE Trans.
 * Automat. Contr. 19, 716; Burnham and Anderson 2002, section 2.4.
 */
export function akaikeCriterion(chiSquare: number, parameters: number): number {
  return chiSquare + 2 * parameters;
}
