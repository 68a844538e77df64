import { randomSource } from '../random/randomSource.js';
import { normalDeviate } from './normalDeviate.js';
import type { VirtualRegionName } from './virtualPopulation.js';

/** Where the result of a verification can go wrong. Each can be switched off, to see what it alone does. */
export const VIRTUAL_ERROR_SOURCES = [
  'counts',
  'calibration',
  'outline',
  'registration',
  'resolution',
  'density',
  'dose engine',
  'half-life prior',
] as const;

export type VirtualErrorSource = (typeof VIRTUAL_ERROR_SOURCES)[number];

/** The errors of one virtual patient's measurement as standard normal numbers: how large they are is what the engine states. Zero where switched off. */
export interface VirtualErrors {
  /** Whether counting adds noise. */
  readonly counts: boolean;
  readonly calibration: number;
  readonly resolution: number;
  readonly density: number;
  readonly doseEngine: number;
  /** Of the size of an outline and of its place along each axis, by region and cycle. */
  readonly outline: (
    region: VirtualRegionName,
    cycle: number,
  ) => { readonly size: number; readonly place: readonly [number, number, number] };
  /** Of the place of a scan along each axis. */
  readonly registration: (cycle: number, hours: number) => readonly [number, number, number];
  /** Numbers for the population's parameters as a sample of patients shows them: of the mean, and one for each of `n - 1` degrees of freedom. */
  readonly prior: (region: VirtualRegionName, n: number) => { readonly mean: number; readonly squares: number };
}

/** The errors of a seed; `off` names the sources without error. */
export function virtualErrors(seed: number, off: readonly VirtualErrorSource[] = []): VirtualErrors {
  const draws = (source: VirtualErrorSource, count: number, ...path: readonly string[]): number[] => {
    const random = randomSource(seed, 'virtual errors', source, ...path);
    return Array.from({ length: count }, () => (off.includes(source) ? 0 : normalDeviate(random)));
  };
  const one = (source: VirtualErrorSource): number => draws(source, 1)[0] ?? 0;
  const three = (source: VirtualErrorSource, ...path: readonly string[]): readonly [number, number, number] =>
    draws(source, 3, ...path) as [number, number, number];
  return {
    counts: !off.includes('counts'),
    calibration: one('calibration'),
    resolution: one('resolution'),
    density: one('density'),
    doseEngine: one('dose engine'),
    outline: (region, cycle) => ({
      size: draws('outline', 1, region, `cycle ${cycle}`, 'size')[0] ?? 0,
      place: three('outline', region, `cycle ${cycle}`, 'place'),
    }),
    registration: (cycle, hours) => three('registration', `cycle ${cycle}`, `${hours} h`),
    prior: (region, n) => {
      if (off.includes('half-life prior')) return { mean: 0, squares: n - 1 };
      const squares = draws('half-life prior', n - 1, region, 'spread').reduce((sum, value) => sum + value * value, 0);
      return { mean: draws('half-life prior', 1, region, 'mean')[0] ?? 0, squares };
    },
  };
}
