import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';

/**
 * Absorbed dose of the whole body per decay of 131I in it, Gy/(Bq s): 1.34e-4 m^-0.921 Gy/(MBq h), m in kg.
 *
 * Source: Buckley et al., J Nucl Med 50 (2009) 1518, as the EANM procedure for 131I-mIBG (Gear et al. 2020) uses it; recalled, the centre must confirm. No
 * uncertainty is published; 6.3 % stand in, the largest difference to our own S-value of the whole body between 10 and 100 kg (rule M8).
 */
export function mibgWholeBodySValue(bodyMassKg: number): Estimate {
  const value = (1.34e-4 * exp(-0.921 * log(bodyMassKg))) / 3.6e9;
  return makeEstimate(value, [{ source: 'S-value', key: 'S-value:whole-body:mibg', standardUncertainty: MIBG_UNCERTAINTY * value }]);
}

const MIBG_UNCERTAINTY = 0.063;
