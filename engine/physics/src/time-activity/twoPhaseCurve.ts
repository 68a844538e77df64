import { expOfMinus } from '../numerics/expOfMinus.js';
import type { VoxelPoints } from './voxelPoints.js';

/**
 * What of a curve of two phases, a e^(-l t) + b e^(-f t), the amplitudes leave free: both; b = -a, uptake from nothing; or a = 0, the fast phase alone.
 */
export type FreeAmplitudes = 'both' | 'uptake' | 'fast alone';

/** Below this share of the product of its curvatures a Hessian counts as singular. */
const LEAST_DETERMINANT = 1e-8;

/**
 * The sum of squares of one voxel as a function of the logarithms of its two rates, the amplitudes being the best for them: value, gradient, Hessian.
 *
 * The amplitudes keep a >= 0 and a + b >= 0, so that the curve is never negative (rule T11): where the free optimum breaks one of these, the better of
 * the two edges is taken. Variable projection: Golub and Pereyra 1973, SIAM J Numer Anal 10, 413. One object serves all voxels.
 */
export class TwoPhaseCurve {
  slowRate = 0;
  fastRate = 0;
  slowAmplitude = 0;
  fastAmplitude = 0;
  free: FreeAmplitudes = 'both';
  /** Half of the gradient and of the Hessian of the sum of squares, with respect to ln l and ln f. */
  readonly gradient = new Float64Array(2);
  readonly hessian = new Float64Array(3);
  private readonly sums = { ss: 0, sf: 0, ff: 0, tss: 0, tsf: 0, tff: 0, ttss: 0, ttsf: 0, ttff: 0, trs: 0, trf: 0, ttrs: 0, ttrf: 0 };
  private readonly slow: Float64Array;
  private readonly fast: Float64Array;
  private readonly residual: Float64Array;
  private readonly points: VoxelPoints;

  constructor(points: VoxelPoints) {
    this.points = points;
    this.slow = new Float64Array(points.count);
    this.fast = new Float64Array(points.count);
    this.residual = new Float64Array(points.count);
  }

  /** The sum of squares at ln l and ln f, rates in 1/s. */
  evaluate(logSlow: number, logFast: number): number {
    const { slow, fast, residual } = this;
    const { count, scaled } = this.points;
    this.slowRate = expOfMinus(-logSlow);
    this.fastRate = expOfMinus(-logFast);
    this.points.decay(this.slowRate, slow);
    this.points.decay(this.fastRate, fast);
    let ss = 0;
    let sf = 0;
    let ff = 0;
    let sy = 0;
    let fy = 0;
    for (let point = 0; point < count; point++) {
      const s = slow[point] ?? 0;
      const f = fast[point] ?? 0;
      const y = scaled[point] ?? 0;
      ss += s * s;
      sf += s * f;
      ff += f * f;
      sy += s * y;
      fy += f * y;
    }
    this.sums.ss = ss;
    this.sums.sf = sf;
    this.sums.ff = ff;
    this.chooseAmplitudes(sy, fy);
    const { slowAmplitude, fastAmplitude } = this;
    let sum = 0;
    for (let point = 0; point < count; point++) {
      const r = (scaled[point] ?? 0) - slowAmplitude * (slow[point] ?? 0) - fastAmplitude * (fast[point] ?? 0);
      residual[point] = r;
      sum += r * r;
    }
    return sum;
  }

  private chooseAmplitudes(sy: number, fy: number): void {
    const { ss, sf, ff } = this.sums;
    const determinant = ss * ff - sf * sf;
    const a = (ff * sy - sf * fy) / determinant;
    const b = (ss * fy - sf * sy) / determinant;
    const uptakeSquare = ss - 2 * sf + ff;
    const uptake = Math.max(0, (sy - fy) / uptakeSquare);
    const alone = Math.max(0, fy / ff);
    const uptakeIsBetter = uptake * uptake * uptakeSquare > alone * alone * ff;
    this.free = a >= 0 && a + b >= 0 ? 'both' : uptakeIsBetter ? 'uptake' : 'fast alone';
    this.slowAmplitude = this.free === 'both' ? a : this.free === 'uptake' ? uptake : 0;
    this.fastAmplitude = this.free === 'both' ? b : this.free === 'uptake' ? -uptake : alone;
  }

  /** Gradient and Hessian where `evaluate` was last called; the Hessian of Gauss and Newton where the full one is not positive definite. */
  differentiate(): void {
    this.sumProducts();
    const { sums, gradient } = this;
    gradient[0] = this.slowRate * this.slowAmplitude * sums.trs;
    gradient[1] = this.fastRate * this.fastAmplitude * sums.trf;
    if (!this.reduceHessian(1)) this.reduceHessian(0);
  }

  private sumProducts(): void {
    const { slow, fast, residual, sums } = this;
    const { count, seconds } = this.points;
    let tss = 0;
    let tsf = 0;
    let tff = 0;
    let ttss = 0;
    let ttsf = 0;
    let ttff = 0;
    let trs = 0;
    let trf = 0;
    let ttrs = 0;
    let ttrf = 0;
    for (let point = 0; point < count; point++) {
      const time = seconds[point] ?? 0;
      const s = slow[point] ?? 0;
      const f = fast[point] ?? 0;
      const ts = time * s;
      const tf = time * f;
      const tr = time * (residual[point] ?? 0);
      tss += ts * s;
      tsf += ts * f;
      tff += tf * f;
      ttss += ts * ts;
      ttsf += ts * tf;
      ttff += tf * tf;
      trs += tr * s;
      trf += tr * f;
      ttrs += tr * ts;
      ttrf += tr * tf;
    }
    sums.tss = tss;
    sums.tsf = tsf;
    sums.tff = tff;
    sums.ttss = ttss;
    sums.ttsf = ttsf;
    sums.ttff = ttff;
    sums.trs = trs;
    sums.trf = trf;
    sums.ttrs = ttrs;
    sums.ttrf = ttrf;
  }

  /**
   * The Hessian of the reduced problem: the part of the rates less what the amplitudes take up (Schur complement). `secondOrder` 1 keeps the terms with
   * the residuals, 0 leaves them out, which is the matrix of Gauss and Newton. False when the matrix is not positive definite.
   */
  private reduceHessian(secondOrder: 0 | 1): boolean {
    const { sums, hessian, gradient, slowRate: l, fastRate: f, slowAmplitude: a, fastAmplitude: b } = this;
    const { ss, sf, ff } = sums;
    // Mixed derivatives of amplitude (a, b) and rate (l, f).
    const al = l * (secondOrder * sums.trs - a * sums.tss);
    const af = -f * b * sums.tsf;
    const bl = -l * a * sums.tsf;
    const bf = f * (secondOrder * sums.trf - b * sums.tff);
    let slowSlow = l * l * a * (a * sums.ttss - secondOrder * sums.ttrs) + secondOrder * (gradient[0] ?? 0);
    let slowFast = l * f * a * b * sums.ttsf;
    let fastFast = f * f * b * (b * sums.ttff - secondOrder * sums.ttrf) + secondOrder * (gradient[1] ?? 0);
    if (this.free === 'both') {
      const determinant = ss * ff - sf * sf;
      slowSlow -= (al * (ff * al - sf * bl) + bl * (ss * bl - sf * al)) / determinant;
      slowFast -= (al * (ff * af - sf * bf) + bl * (ss * bf - sf * af)) / determinant;
      fastFast -= (af * (ff * af - sf * bf) + bf * (ss * bf - sf * af)) / determinant;
    } else {
      const uptake = this.free === 'uptake';
      const square = uptake ? ss - 2 * sf + ff : ff;
      const ofSlow = uptake ? al - bl : bl;
      const ofFast = uptake ? af - bf : bf;
      slowSlow -= (ofSlow * ofSlow) / square;
      slowFast -= (ofSlow * ofFast) / square;
      fastFast -= (ofFast * ofFast) / square;
    }
    hessian[0] = slowSlow;
    hessian[1] = slowFast;
    hessian[2] = fastFast;
    return slowSlow > 0 && slowSlow * fastFast - slowFast * slowFast > LEAST_DETERMINANT * slowSlow * fastFast;
  }
}
