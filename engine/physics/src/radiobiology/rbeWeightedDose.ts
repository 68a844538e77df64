import { GraywiseError } from '../errors/GraywiseError.js';
import type { Gray, Quantity } from '../quantities/quantity.js';

/** A number of Gy (RBE n): another quantity than gray, and another for every n. */
export type RbeWeightedGray = Quantity<'Gy (RBE)'>;

/** An absorbed dose whose alpha part is weighted by a relative biological effectiveness. Written "Gy (RBE 5)", never "Gy". */
export interface RbeWeightedDose {
  readonly value: RbeWeightedGray;
  readonly rbe: number;
}

/**
 * Dose of electrons and photons plus `rbe` times the dose of alpha particles (rule B10). The weight is stated, never supposed.
 *
 * Source: MIRD pamphlet 22 (Sgouros 2010, J Nucl Med 51, 311). Throws GW_NOT_FINITE when `rbe` is no number above zero.
 */
export function rbeWeightedDose(electronAndPhotonDose: Gray, alphaDose: Gray, rbe: number): RbeWeightedDose {
  if (!(rbe > 0 && rbe < Infinity)) throw new GraywiseError('GW_NOT_FINITE', { unit: 'RBE', found: rbe });
  return { value: (Number(electronAndPhotonDose) + rbe * alphaDose) as RbeWeightedGray, rbe };
}
