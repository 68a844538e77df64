import { becquerel, type Becquerel } from '../quantities/quantity.js';
import { divideEstimates } from '../quantities/divideEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';
import { geometricMean } from './geometricMean.js';
import { sourceThicknessFactor } from './sourceThicknessFactor.js';

/** What a pair of opposed views sees of one region. */
export interface ConjugateView {
  /** Net count rates of the region, 1/s: scatter and background are off. */
  readonly anterior: Estimate;
  readonly posterior: Estimate;
  /** exp(-mu L) of the body where the region lies, by transmission or from mu and L. */
  readonly transmission: number;
  /** Attenuation (1/cm) and thickness (cm) of the source itself; null for a thin source. */
  readonly source: { readonly attenuationPerCm: number; readonly thicknessCm: number } | null;
  /** Counts per second and becquerel in air. */
  readonly sensitivity: Estimate;
}

/**
 * Activity of a region from opposed views, Bq: A = sqrt(I_A I_P / e^(-mu L)) f / C with f of `sourceThicknessFactor`.
 *
 * Source: Siegel et al., MIRD Pamphlet 16, J Nucl Med 40 (1999) 37S. The depth of the source cancels in the geometric mean.
 */
export function conjugateViewActivity({ anterior, posterior, transmission, source, sensitivity }: ConjugateView): Estimate<Becquerel> {
  const thickness = source === null ? 1 : sourceThicknessFactor(source.attenuationPerCm, source.thicknessCm);
  const seen = scaleEstimate(geometricMean(anterior, posterior), thickness / Math.sqrt(transmission), Number);
  return divideEstimates(seen, sensitivity, becquerel);
}
