import { choosePrior } from '../priors/choosePrior.js';
import type { PopulationPrior } from '../priors/populationPrior.js';
import { predictiveEstimate } from '../priors/predictiveEstimate.js';
import { priorSource } from '../priors/priorSource.js';
import type { Estimate } from '../quantities/estimate.js';
import type { GrayPerBecquerel } from '../quantities/quantity.js';
import { cycleVariation } from './cycleVariation.js';
import { updateByCycles } from './updateByCycles.js';

/** The absorbed dose per administered activity that was measured in a region in one cycle. */
export interface RegionDosesPerActivity {
  readonly cycle: number;
  readonly dosePerActivity: Estimate<GrayPerBecquerel>;
}

export interface ExpectationWanted {
  readonly region: string;
  readonly radiopharmaceutical: string;
  /** Of this region in earlier cycles, in any order; empty before the first. */
  readonly history: readonly RegionDosesPerActivity[];
  readonly sitePriors?: readonly PopulationPrior[];
  /** The cycle that is predicted; left out: the one after the last of the history. */
  readonly cycle?: number;
}

/** What absorbed dose per activity to expect of one cycle. */
export interface ExpectedDosePerActivity {
  /** Lognormal, the value its median: of the dose itself, without what measuring it will add. Gy/Bq. */
  readonly estimate: Estimate<GrayPerBecquerel>;
  readonly basis: 'population' | 'population and earlier cycles' | 'earlier cycles';
  /** What it rests on, in a line. */
  readonly source: string;
  /** Null where no population value takes part. */
  readonly priorId: string | null;
  readonly priorVersion: string | null;
  readonly prior: PopulationPrior | null;
  /** Suggested values that take part, in words. */
  readonly suggested: readonly string[];
  /** False: something of it is suggested and waits for confirmation by the centre. */
  readonly confirmed: boolean;
}

/**
 * The absorbed dose per activity to expect in a region (rules V3 and V4): that of the population, updated by the patient's earlier cycles. Null where
 * neither is known.
 */
export function expectedDosePerActivity(wanted: ExpectationWanted): ExpectedDosePerActivity | null {
  const { region, radiopharmaceutical, history, sitePriors = [] } = wanted;
  const prior = choosePrior({ radiopharmaceutical, region, quantity: 'absorbed dose per activity' }, sitePriors);
  const measured = history.filter(entry => entry.dosePerActivity.value > 0);
  if (!prior && measured.length === 0) return null;
  const variation = cycleVariation(region);
  const suggested = [
    ...(prior && !prior.confirmed ? [`${prior.quantity}: ${prior.source}`] : []),
    ...(measured.length > 0 ? variation.suggested : []),
  ];
  return {
    estimate: estimateOf(prior, measured, wanted),
    basis: measured.length === 0 ? 'population' : prior ? 'population and earlier cycles' : 'earlier cycles',
    source: sourceOf(prior, measured),
    priorId: prior?.id ?? null,
    priorVersion: prior?.version ?? null,
    prior,
    suggested,
    confirmed: suggested.length === 0,
  };
}

function estimateOf(
  prior: PopulationPrior | null,
  measured: readonly RegionDosesPerActivity[],
  { region, history, cycle }: ExpectationWanted,
): Estimate<GrayPerBecquerel> {
  const population = prior ? (predictiveEstimate(prior) as Estimate<GrayPerBecquerel>) : null;
  // A population's dose per activity is that of any cycle of its patients: without cycles of his own there is neither trend nor variation to add.
  if (population && measured.length === 0) return population;
  return updateByCycles({
    prior: population,
    earlier: measured.map(entry => ({ cycle: entry.cycle, value: entry.dosePerActivity })),
    cycle: cycle ?? Math.max(0, ...history.map(entry => entry.cycle)) + 1,
    variation: cycleVariation(region),
    region,
  }).predicted;
}

function sourceOf(prior: PopulationPrior | null, measured: readonly RegionDosesPerActivity[]): string {
  const cycles = `cycle${measured.length > 1 ? 's' : ''} ${measured.map(({ cycle }) => cycle).join(', ')} of this patient`;
  return [...(prior ? [priorSource(prior)] : []), ...(measured.length > 0 ? [cycles] : [])].join('; ');
}
