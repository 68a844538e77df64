/** Keeps a flat quadratic solvable: this share of its curvatures is added to each. */
const LEAST_CURVATURE = 1e-12;

/**
 * Where the logarithms of the two rates of a curve may lie: ln l from `lowest` up, ln f up to `highest`, and f at least `ratio` times l. A triangle;
 * points are written to and read from `slow` and `fast`.
 */
export class PhaseTriangle {
  slow = 0;
  fast = 0;
  /** Slow and fast of the first corner again at the end. */
  private readonly corners: Float64Array;
  private readonly lowest: number;
  private readonly highest: number;
  private readonly logRatio: number;

  constructor(lowest: number, highest: number, logRatio: number) {
    this.lowest = lowest;
    this.highest = highest;
    this.logRatio = logRatio;
    this.corners = Float64Array.of(lowest, lowest + logRatio, lowest, highest, highest - logRatio, highest, lowest, lowest + logRatio);
  }

  /**
   * Moves to the point of the triangle where the quadratic of this gradient and Hessian about (slow, fast), its curvatures raised by the share `damping`,
   * is least, and returns by how much it is less there: the free minimum, or the least of the three sides.
   */
  step(slow: number, fast: number, gradient: Float64Array, hessian: Float64Array, damping: number): number {
    const gradientSlow = gradient[0] ?? 0;
    const gradientFast = gradient[1] ?? 0;
    const slowFast = hessian[1] ?? 0;
    const floor = LEAST_CURVATURE * ((hessian[0] ?? 0) + (hessian[2] ?? 0));
    const slowSlow = Math.max(0, hessian[0] ?? 0) * (1 + damping) + floor;
    const fastFast = Math.max(0, hessian[2] ?? 0) * (1 + damping) + floor;
    const determinant = slowSlow * fastFast - slowFast * slowFast;
    const decrease = (x: number, y: number): number =>
      -(2 * (gradientSlow * x + gradientFast * y) + slowSlow * x * x + 2 * slowFast * x * y + fastFast * y * y);
    const freeSlow = (slowFast * gradientFast - fastFast * gradientSlow) / determinant;
    const freeFast = (slowFast * gradientSlow - slowSlow * gradientFast) / determinant;
    if (determinant > 0 && this.holds(slow + freeSlow, fast + freeFast)) {
      this.slow = slow + freeSlow;
      this.fast = fast + freeFast;
      return decrease(freeSlow, freeFast);
    }
    let most = -Infinity;
    for (let side = 0; side < 3; side++) {
      const fromSlow = this.corners[2 * side] ?? 0;
      const fromFast = this.corners[2 * side + 1] ?? 0;
      const toSlow = this.corners[2 * side + 2] ?? 0;
      const toFast = this.corners[2 * side + 3] ?? 0;
      const x = fromSlow - slow;
      const y = fromFast - fast;
      const alongSlow = toSlow - fromSlow;
      const alongFast = toFast - fromFast;
      const slope = alongSlow * (gradientSlow + slowSlow * x + slowFast * y) + alongFast * (gradientFast + slowFast * x + fastFast * y);
      const curvature = alongSlow * alongSlow * slowSlow + 2 * alongSlow * alongFast * slowFast + alongFast * alongFast * fastFast;
      const share = Math.min(1, Math.max(0, -slope / curvature));
      const gained = decrease(x + share * alongSlow, y + share * alongFast);
      if (gained > most) {
        most = gained;
        this.slow = share === 1 ? toSlow : fromSlow + share * alongSlow;
        this.fast = share === 1 ? toFast : fromFast + share * alongFast;
      }
    }
    return most;
  }

  private holds(slow: number, fast: number): boolean {
    return slow >= this.lowest && fast <= this.highest && fast - slow >= this.logRatio;
  }
}
