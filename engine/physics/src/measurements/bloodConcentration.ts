import { decayFactor } from '../nuclides/decayFactor.js';
import { secondsBetween } from '../quantities/instant.js';
import type { Estimate } from '../quantities/estimate.js';
import { exactly } from '../quantities/exactly.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { multiplyEstimates } from '../quantities/multiplyEstimates.js';
import { becquerelPerMillilitre, type BecquerelPerMillilitre, type Second } from '../quantities/quantity.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';
import type { MeasurementRow } from '../record/measurements.js';
import { netCountRate } from './netCountRate.js';
import { rowFactor } from './rowFactor.js';

/** Density of whole blood, g/mL: ICRU Report 46 (1992), appendix A. */
export const BLOOD_DENSITY = 1.06;

/**
 * Activity concentration of a blood sample when it was drawn, Bq/mL: as stated, or net counts per second over efficiency and sample mass. What was counted or
 * stated for a later moment is brought back by physical decay.
 */
export function bloodConcentration(row: MeasurementRow, halfLife: Second): Estimate<BecquerelPerMillilitre> {
  const { concentration_kBq_per_mL: stated, sample_mass_g: grams = 1, efficiency_counts_per_decay: efficiency = 1 } = row.values;
  const rate = netCountRate(row, '', halfLife) ?? exactly(0);
  const counted = scaleEstimate(makeEstimate(Math.max(0, rate.value), rate.contributions), BLOOD_DENSITY / (efficiency * grams), Number);
  const atReference = stated === undefined ? counted : exactly(stated * 1e3);
  const back = row.referenceAt === null ? 1 : decayFactor(halfLife, -secondsBetween(row.at, row.referenceAt));
  return multiplyEstimates(scaleEstimate(atReference, back, Number), rowFactor(row), becquerelPerMillilitre);
}
