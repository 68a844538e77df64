import { cssColor, formatEstimate, formatChance, formatRange, regionColor } from '@graywise/extension-core';
import { type CourseRegion, type Estimate, type Gray, interval95, type PredictedRange, type RegionPrediction } from '@graywise/physics';
import { labelOf } from './labelOf.js';
import { quantityWords } from './quantityWords.js';

/** What the bars show: the cycle about to be given, or the whole course with it and the cycles after it. */
export type PredictionSpan = 'this cycle' | 'whole course';

/** One bar of the doses for an activity: median, 50 % and 95 % range, Gy, and the line that must be kept or reached. */
export interface PredictionBar {
  readonly name: string;
  readonly label: string;
  readonly color: string;
  readonly dose: number;
  readonly interval50: readonly [number, number] | null;
  readonly interval95: readonly [number, number];
  /** End of the axis of this bar: organs and tumours have doses of different size, so each bar has its own. */
  readonly scaleEnd: number;
  readonly value: string;
  /** The ranges in words. */
  readonly ranges: readonly string[];
  readonly limit: { readonly gray: number; readonly words: string; readonly kept: boolean } | null;
  /** True: nothing of the patient is behind it. */
  readonly populationOnly: boolean;
}

export function predictionBars(
  predictions: readonly RegionPrediction[],
  regions: readonly CourseRegion[],
  riskAccepted: number | null,
  span: PredictionSpan = 'whole course',
): readonly PredictionBar[] {
  return inOrderOfWeight(predictions).map(prediction => barOf(prediction, regions, riskAccepted, span));
}

function barOf(
  prediction: RegionPrediction,
  regions: readonly CourseRegion[],
  riskAccepted: number | null,
  span: PredictionSpan,
): PredictionBar {
  const { name, limit, target } = prediction;
  const { estimate, range, quantity } = shownDose(prediction, span);
  const region = regions.find(one => one.name === name);
  const limitShown = limit && (limit.per === 'cycle') === (span === 'this cycle') ? limit : null;
  const line = limitShown?.value ?? (span === 'whole course' ? target?.value : undefined) ?? 0;
  const widest = range?.interval95 ?? interval95(estimate);
  return {
    name,
    label: labelOf(name, regions),
    color: cssColor(region?.color ?? regionColor(name, [150, 150, 150])),
    dose: estimate.value,
    interval50: range?.interval50 ?? null,
    interval95: widest,
    scaleEnd: Math.max(widest[1], line * 1.3, estimate.value) * 1.05,
    value: `${formatEstimate(estimate)} Gy${quantity}`,
    ranges: [...(range ? [`50 %: ${formatRange(range.interval50)} Gy`] : []), `95 %: ${formatRange(widest)} Gy`],
    limit: lineOf(prediction, riskAccepted, span),
    populationOnly: prediction.basis === 'population',
  };
}

/** The dose in what the limit is stated in. Ranges are known of the absorbed dose. */
function shownDose(
  prediction: RegionPrediction,
  span: PredictionSpan,
): { readonly estimate: Estimate<Gray>; readonly range: PredictedRange | null; readonly quantity: string } {
  if (span === 'this cycle') return { estimate: prediction.absorbedDose, range: prediction.rangeOfCycle ?? null, quantity: '' };
  const stated = prediction.limit?.quantity ?? prediction.target?.quantity;
  const other = stated === 'BED' ? prediction.cumulativeBed : stated === 'EQD2' ? (prediction.cumulativeEqd2 ?? null) : null;
  if (stated && other) return { estimate: other, range: null, quantity: ` ${stated}` };
  return { estimate: prediction.cumulative, range: prediction.rangeOfCourse ?? null, quantity: '' };
}

/** What decides comes first: limits, then targets, then the rest. */
function inOrderOfWeight(predictions: readonly RegionPrediction[]): readonly RegionPrediction[] {
  const weight = ({ limit, target }: RegionPrediction): number => (limit ? 0 : target ? 1 : 2);
  return predictions.toSorted((a, b) => weight(a) - weight(b));
}

function lineOf(
  { limit, target, probabilityOverLimit, probabilityReachesTarget, cumulative, absorbedDose }: RegionPrediction,
  riskAccepted: number | null,
  span: PredictionSpan,
): PredictionBar['limit'] {
  if (limit) {
    if ((limit.per === 'cycle') !== (span === 'this cycle')) return null;
    const dose = span === 'this cycle' ? absorbedDose : cumulative;
    const kept =
      riskAccepted === null || probabilityOverLimit === null
        ? dose.value <= limit.value
        : probabilityOverLimit <= riskAccepted * (1 + 1e-9);
    const chance = probabilityOverLimit === null ? '' : `; over: ${formatChance(probabilityOverLimit)}`;
    return { gray: limit.value, kept, words: `limit ${quantityWords(limit.value, limit.quantity)}${chance}` };
  }
  if (!target || span === 'this cycle') return null;
  const wanted = target.probability ?? null;
  const kept =
    wanted === null || probabilityReachesTarget === null
      ? cumulative.value >= target.value * (1 - 1e-9)
      : probabilityReachesTarget >= wanted * (1 - 1e-9);
  const chance = probabilityReachesTarget === null ? '' : `; reached: ${formatChance(probabilityReachesTarget)}`;
  return { gray: target.value, kept, words: `target ${quantityWords(target.value, target.quantity)}${chance}` };
}
