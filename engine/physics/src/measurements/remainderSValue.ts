/** An organ with activity of its own: its S-value to the target and its mass. */
export interface RemainderOrgan {
  readonly sValue: number;
  readonly mass: number;
}

/**
 * S-value from the remainder of the body to a target: S(T <- rob) = S(T <- TB) m_TB / m_rob - sum over organs h of S(T <- h) m_h / m_rob, in the unit of the
 * S-values; m_rob is what the whole body weighs beside the organs.
 *
 * Source: Coffey and Watson, Med Phys 6 (1979) 307; Hindorf et al., EANM guidelines for bone marrow dosimetry, Eur J Nucl Med Mol Imaging 37 (2010) 1238.
 */
export function remainderSValue(wholeBody: RemainderOrgan, organs: readonly RemainderOrgan[]): number {
  const taken = organs.reduce((sum, { sValue, mass }) => sum + sValue * mass, 0);
  const remainder = wholeBody.mass - organs.reduce((sum, { mass }) => sum + mass, 0);
  return (wholeBody.sValue * wholeBody.mass - taken) / remainder;
}
