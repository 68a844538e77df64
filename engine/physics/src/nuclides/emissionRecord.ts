/**
 * The emissions of one radionuclide per decay as the generated table has them; what is not emitted is left out.
 *
 * `beta` is the spectrum (1/MeV) at equal steps from zero to `betaEndpoint` (MeV), both signs together. Lines are pairs of energy (MeV) and yield, one
 * after the other, in ascending energy.
 */
export interface EmissionRecord {
  readonly betaEndpoint?: number;
  readonly beta?: readonly number[];
  readonly electronLines?: readonly number[];
  readonly photonLines?: readonly number[];
  readonly alphaLines?: readonly number[];
}
