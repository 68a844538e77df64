import { BETWEEN_CYCLE_LOG_DEVIATION } from './betweenCycleVariation.js';

/** How the dose per activity of a region goes from cycle to cycle: standard deviations and trend in the logarithm. */
export interface CycleVariation {
  /** From one cycle to the next, without a trend. */
  readonly betweenCycles: number;
  /** Change per cycle that is expected of any patient, and its standard deviation between patients. */
  readonly trendPerCycle: number;
  readonly trendDeviation: number;
  /** What of this is suggested, in words, for the centre to confirm. */
  readonly suggested: readonly string[];
}

/** Suggested: lesions vary more than organs, which are drawn better and do not shrink. */
const LESION_LOG_DEVIATION = 0.25;
/**
 * Suggested: uptake of lesions falls as they shrink and answer, on average by 15 % from cycle to cycle, in most patients by 0 to 30 %. To be replaced by
 * what a centre finds in its own courses.
 */
const LESION_TREND = -0.16;
const LESION_TREND_DEVIATION = 0.15;

/** The variation between cycles of a region (rule V4). All values are suggested. */
export function cycleVariation(region: string): CycleVariation {
  if (!region.startsWith('lesion'))
    return {
      betweenCycles: BETWEEN_CYCLE_LOG_DEVIATION,
      trendPerCycle: 0,
      trendDeviation: 0,
      suggested: ['a variation of 15 % between cycles'],
    };
  return {
    betweenCycles: LESION_LOG_DEVIATION,
    trendPerCycle: LESION_TREND,
    trendDeviation: LESION_TREND_DEVIATION,
    suggested: [
      'a decline of 15 % per cycle of the uptake in lesions (tumour sink), 15 % more or less',
      'a variation of 25 % between cycles',
    ],
  };
}
