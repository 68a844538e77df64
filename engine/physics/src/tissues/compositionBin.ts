import type { MassFractions } from './material.js';

/** What tissue is made of from a CT number up to that of the next bin. */
export interface CompositionBin {
  readonly fromHounsfield: number;
  /** As in `Material`. */
  readonly densityWithoutAirGPerMl?: number;
  readonly massFractions: MassFractions;
}
