import { cssColor, formatEstimate, formatPercent, formatSignificant } from '@graywise/extension-core';
import { interval95, type CycleVerification, type RegionPrediction } from '@graywise/physics';

/** One bar of the doses for an activity: the dose over the whole course, its 95 % range, and the line it must keep below or reach. */
export interface PredictionBar {
  readonly name: string;
  readonly label: string;
  readonly color: string;
  readonly dose: number;
  readonly low: number;
  readonly high: number;
  /** End of the axis of this bar: organs and tumours have doses of different size, so each bar has its own. */
  readonly scaleEnd: number;
  readonly value: string;
  readonly limit: { readonly gray: number; readonly words: string; readonly kept: boolean } | null;
}

export function predictionBars(
  predictions: readonly RegionPrediction[],
  regions: CycleVerification['regions'],
  riskAccepted: number | null,
): readonly PredictionBar[] {
  return inOrderOfWeight(predictions).map(prediction => {
    const region = regions.find(one => one.name === prediction.name);
    const bed = prediction.limit?.quantity === 'BED' ? prediction.cumulativeBed : null;
    const estimate = bed ?? prediction.cumulative;
    const [low, high] = interval95(estimate);
    const line = prediction.limit?.value ?? prediction.target?.value ?? 0;
    return {
      name: prediction.name,
      label: region?.label ?? prediction.name,
      color: region ? cssColor(region.color) : 'currentColor',
      dose: estimate.value,
      low,
      high,
      scaleEnd: Math.max(high, line * 1.3, estimate.value) * 1.05,
      value: `${formatEstimate(estimate)} Gy${bed ? ' BED' : ''}`,
      limit: lineOf(prediction, riskAccepted),
    };
  });
}

/** What decides comes first: limits, then targets, then the rest. */
function inOrderOfWeight(predictions: readonly RegionPrediction[]): readonly RegionPrediction[] {
  const weight = ({ limit, target }: RegionPrediction): number => (limit ? 0 : target ? 1 : 2);
  return predictions.toSorted((a, b) => weight(a) - weight(b));
}

function lineOf(
  { limit, target, probabilityOverLimit, probabilityReachesTarget, cumulative }: RegionPrediction,
  riskAccepted: number | null,
): PredictionBar['limit'] {
  if (limit) {
    const kept =
      riskAccepted === null || probabilityOverLimit === null
        ? cumulative.value <= limit.value
        : probabilityOverLimit <= riskAccepted * (1 + 1e-9);
    const chance = probabilityOverLimit === null ? '' : `, chance to pass it ${formatPercent(probabilityOverLimit)}`;
    return { gray: limit.value, kept, words: `limit ${formatSignificant(limit.value)} Gy${chance}` };
  }
  if (!target) return null;
  const chance = probabilityReachesTarget === null ? '' : `, chance to reach it ${formatPercent(probabilityReachesTarget)}`;
  return { gray: target.value, kept: cumulative.value >= target.value, words: `target ${formatSignificant(target.value)} Gy${chance}` };
}
