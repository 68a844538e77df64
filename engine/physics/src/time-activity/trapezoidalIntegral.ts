import { GraywiseError } from '../errors/GraywiseError.js';
import { becquerelSecond, type Becquerel, type BecquerelSecond, type Second } from '../quantities/quantity.js';

export interface TrapezoidalInput {
  /** From the administration, ascending. */
  readonly seconds: readonly Second[];
  readonly activities: readonly Becquerel[];
  /** What the activity is before the first scan: it rises from nothing, or is what the first scan sees. */
  readonly start: 'from nothing' | 'as at the first scan';
  /** Of the decay after the last scan: fitted, physical, or that of a prior. */
  readonly tailHalfLife: Second;
}

/**
 * The time-integrated activity without a model: straight lines between the scans and one exponential after the last (rule T14), and the share of it that
 * lies after the last scan. Throws GW_TOO_FEW_TIME_POINTS without a scan.
 */
export function trapezoidalIntegral({ seconds, activities, start, tailHalfLife }: TrapezoidalInput): {
  readonly timeIntegratedActivity: BecquerelSecond;
  readonly extrapolatedFraction: number;
} {
  const last = activities.at(-1);
  if (last === undefined) throw new GraywiseError('GW_TOO_FEW_TIME_POINTS', { where: 'the integral', found: 0 });
  let [sum, before, earlier] = [0, 0, start === 'from nothing' ? 0 : (activities[0] ?? 0)];
  activities.forEach((activity, index) => {
    const time = seconds[index] ?? 0;
    sum += ((time - before) * (activity + earlier)) / 2;
    [before, earlier] = [time, activity];
  });
  const tail = (last * tailHalfLife) / Math.LN2;
  return { timeIntegratedActivity: becquerelSecond(sum + tail), extrapolatedFraction: sum + tail === 0 ? 0 : tail / (sum + tail) };
}
