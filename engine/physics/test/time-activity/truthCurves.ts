import { exactly, hours, makeEstimate, becquerel, type CurvePoint } from '@graywise/physics';

/** A repeatable stream of numbers in [0, 1) (mulberry32), so that a virtual cohort is the same on every machine. */
export function randomStream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A standard normal number (Box and Muller). */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A true curve: amplitudes in Bq, half-lives in h. */
export type Truth = readonly { readonly amplitude: number; readonly halfLifeHours: number }[];

export const activityOf = (truth: Truth, timeHours: number): number =>
  truth.reduce((sum, { amplitude, halfLifeHours }) => sum + amplitude * 2 ** (-timeHours / halfLifeHours), 0);

/** Bq s. */
export const integralOf = (truth: Truth): number =>
  truth.reduce((sum, { amplitude, halfLifeHours }) => sum + (amplitude * halfLifeHours * 3600) / Math.LN2, 0);

/** Points of a truth, each with `noise` relative counting uncertainty of its own, drawn when `random` is given. */
export function pointsOf(truth: Truth, timesHours: readonly number[], noise: number, random?: () => number): CurvePoint[] {
  return timesHours.map((time, index) => {
    const value = becquerel(Math.max(0, activityOf(truth, time) * (1 + (random ? noise * normal(random) : 0))));
    const contributions = [{ source: 'counts', key: `counts:${String(index + 1)}`, standardUncertainty: value * noise }] as const;
    return {
      timePoint: index + 1,
      afterAdministration: hours(time),
      activity: noise > 0 ? makeEstimate(value, contributions) : exactly(value),
    };
  });
}

export const LU_177 = hours(159.53);
