import { hours, type Second } from '../quantities/quantity.js';

/** Parameters of the linear-quadratic model for one tissue. `confirmed` false: a centre must confirm them before they decide anything. */
export interface Radiobiology {
  readonly alphaBetaGy: number;
  readonly repairHalfTime: Second;
  readonly source: string;
  readonly confirmed: boolean;
}

const KIDNEY: Radiobiology = {
  alphaBetaGy: 2.6,
  repairHalfTime: hours(2.8),
  source: 'Barone 2005, J Nucl Med 46, 99S; MIRD pamphlet 20 (Wessels 2008, J Nucl Med 49, 1884); suggested, the centre must confirm',
  confirmed: false,
};

/** The suggested parameters for a region, or null: only kidneys have values that publications agree on (rule B3). */
export function suggestedRadiobiology(region: string): Radiobiology | null {
  return /^kidneys$|^kidney-(left|right)$/.test(region) ? KIDNEY : null;
}
