import { log } from '../numerics/log.js';
import { LEAST_PHASE_RATIO } from './curveModels.js';
import { PhaseTriangle } from './phaseTriangle.js';
import { TwoPhaseCurve } from './twoPhaseCurve.js';
import type { VoxelPoints } from './voxelPoints.js';

const LOG_RATIO = log(LEAST_PHASE_RATIO);

/**
 * Starts of the search: ln l, from that of the tail, and ln f, as a share of the way from its lowest to its highest. Noise in a nearly straight curve
 * makes up to three minima: a fast phase proper, and two rates close together with a fast amplitude of either sign.
 */
const STARTS = [
  { shift: 0, share: 0.3 },
  { shift: -0.3, share: 0.1 },
  { shift: 0, share: 0.85 },
  { shift: 0, share: 0.6 },
] as const;
/** Where the first descent finds rates apart by this ratio and a fast amplitude of this share of the slow one, there is no other minimum to look for. */
const SEPARATE_RATIO = log(12);
const SEPARATE_SHARE = 0.8;
/** What the next step would still gain, as a share of the sum of squares, when descents are compared, and at the end. */
const COMPARED = 5e-3;
const FINISHED = 1e-7;
/** A descent that this many times its next gain would not bring below its rival is given up. */
const HOPE = 3;
const MOST_STEPS = 60;

/** The search for the two rates of one voxel after the other; `curve` is left at the best. */
export class PhaseSearch {
  readonly curve: TwoPhaseCurve;
  private readonly triangle: PhaseTriangle;
  private readonly lowest: number;
  private readonly highest: number;
  private slow = 0;
  private fast = 0;
  private sum = 0;

  /** `lowest` and `highest` are the logarithms of the least slow and the largest fast rate, 1/s. */
  constructor(points: VoxelPoints, lowest: number, highest: number) {
    this.curve = new TwoPhaseCurve(points);
    this.triangle = new PhaseTriangle(lowest, highest, LOG_RATIO);
    this.lowest = lowest;
    this.highest = highest;
  }

  /** The least sum of squares of the voxel that the points hold. `logTail`: logarithm of the rate of its last points. */
  run(logTail: number): number {
    let bestSlow = 0;
    let bestFast = 0;
    let bestSum = Infinity;
    for (let start = 0; start < STARTS.length; start++) {
      this.place(logTail, start);
      this.descend(COMPARED, bestSum);
      if (this.sum < bestSum) {
        bestSlow = this.slow;
        bestFast = this.fast;
        bestSum = this.sum;
      }
      if (start === 0 && this.phasesAreSeparate()) break;
    }
    this.slow = bestSlow;
    this.fast = bestFast;
    this.descend(FINISHED, Infinity);
    return this.curve.evaluate(this.slow, this.fast);
  }

  private place(logTail: number, start: number): void {
    const { shift, share } = STARTS[start] ?? STARTS[0];
    const slowHighest = this.highest - LOG_RATIO;
    this.slow = Math.min(slowHighest, Math.max(this.lowest, logTail + shift));
    this.fast = this.slow + LOG_RATIO + share * (slowHighest - this.slow);
  }

  private phasesAreSeparate(): boolean {
    const { slowAmplitude, fastAmplitude } = this.curve;
    const apart = this.fast - this.slow > SEPARATE_RATIO && this.fast < this.highest;
    return apart && Math.abs(fastAmplitude) > SEPARATE_SHARE * slowAmplitude;
  }

  /**
   * Newton steps, damped where they would rise (Marquardt 1963, J SIAM 11, 431), until the next would gain less than the share `tolerance` of the sum, or
   * the sum of squares `rival` is out of reach. A step at which the slow phase vanishes is not taken: its rate would have no slope there.
   */
  private descend(tolerance: number, rival: number): void {
    const { curve, triangle } = this;
    this.sum = curve.evaluate(this.slow, this.fast);
    let damping = 0;
    for (let step = 0; step < MOST_STEPS; step++) {
      const wasAlone = curve.free === 'fast alone';
      curve.differentiate();
      for (;;) {
        const gain = triangle.step(this.slow, this.fast, curve.gradient, curve.hessian, damping);
        if (!(gain > tolerance * this.sum) || (step > 0 && this.sum - HOPE * gain > rival)) return;
        const sum = curve.evaluate(triangle.slow, triangle.fast);
        if (sum <= this.sum && (wasAlone || curve.free !== 'fast alone')) {
          this.slow = triangle.slow;
          this.fast = triangle.fast;
          this.sum = sum;
          break;
        }
        damping = damping > 0 ? damping * 8 : 0.01;
      }
      damping = damping > 1e-3 ? damping / 10 : 0;
    }
  }
}
