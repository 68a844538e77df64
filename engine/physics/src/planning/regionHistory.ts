import type { Estimate } from '../quantities/estimate.js';
import type { Gray, GrayPerBecquerel } from '../quantities/quantity.js';
import type { PriorUsed, RegionPrediction } from '../record/cyclePlan.js';

/** What the verified cycles and the population say of one region. */
export interface RegionHistory {
  readonly name: string;
  readonly label: string;
  readonly delivered: Estimate<Gray>;
  /** Null without radiobiology in every cycle. */
  readonly deliveredBed: Estimate<Gray> | null;
  /** Of a coming cycle, lognormal, without the deviation that each cycle has of its own. */
  readonly perActivityIn: (cycle: number) => Estimate<GrayPerBecquerel>;
  /** Standard deviation of the logarithm from one cycle to the next, and who shares a cycle's deviation. */
  readonly betweenCycle: number;
  readonly family: string;
  /** f in BED = D + f D^2 of one cycle, 1/Gy, from the kinetics of the last cycle or of the population; null without radiobiology. */
  readonly effectPerGray: number | null;
  readonly alphaBetaGy: number | null;
  /** False: the radiobiology is a suggestion. */
  readonly radiobiologyConfirmed: boolean;
  readonly radiobiologySource: string;
  readonly basis: NonNullable<RegionPrediction['basis']>;
  /** The population value that took part; null: none did. */
  readonly prior: PriorUsed | null;
  /** Change of the dose per activity per cycle that the verified cycles show, as a share; null with fewer than two. */
  readonly trendSeen: number | null;
}
