import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import { gray, type Gray } from '../quantities/quantity.js';
import { doseRange, meanOverVolume, type DoseDistribution } from './doseDistribution.js';

/**
 * gEUD = (sum of v D^a)^(1/a), Gy: the mean at a = 1, towards the largest dose for organs at risk (a large) and towards the smallest for tumours (a
 * negative), where a part without dose makes it zero (rule B5). Source: Niemierko 1999, Med Phys 26, 1101.
 */
export function generalizedEquivalentUniformDose(distribution: DoseDistribution, exponent: number): Gray {
  const { least, most } = doseRange(distribution);
  // Doses in units of the one that rules the sum, so that no power leaves the range of numbers.
  const unit = exponent < 0 ? least : most;
  const mean = meanOverVolume(distribution, dose => (dose === 0 ? 0 : exp(exponent * log(dose / unit))));
  return gray(unit === 0 ? 0 : unit * exp(log(mean) / exponent));
}
