import { GraywiseError } from '../errors/GraywiseError.js';
import type { EarlierCycle } from '../expectation/updateByCycles.js';
import { choosePrior } from '../priors/choosePrior.js';
import type { PopulationPrior } from '../priors/populationPrior.js';
import { populationRegions } from '../priors/populationRegions.js';
import { exactly } from '../quantities/exactly.js';
import { gray, hours, type Becquerel, type GrayPerBecquerel } from '../quantities/quantity.js';
import { addEffect } from '../radiobiology/addEffect.js';
import { lethalInteraction } from '../radiobiology/lethalInteraction.js';
import type { PlanRequest } from '../record/cyclePlan.js';
import { cumulativeDose } from './cumulativeDose.js';
import { dosesOfCycles } from './dosesOfCycles.js';
import { isLesion } from './isLesion.js';
import { perActivityOf } from './perActivityOf.js';
import { populationDose } from './populationDose.js';
import { radiobiologyOf } from './radiobiologyOf.js';
import { regionFamily } from './regionFamily.js';
import type { RegionHistory } from './regionHistory.js';
import { variationOf } from './variationOf.js';

export interface GivenActivity {
  readonly cycle: number;
  readonly activity: Becquerel;
}

/**
 * A course of which only the population is known: before the first cycle, or for a region that was never verified, whose delivered dose is then that of
 * the population too. Without `names`: the regions that the request names and those that the population has. `measured`: of cycles whose dose is known, by
 * which the population is updated.
 *
 * Throws GW_NO_RECORD when no radiopharmaceutical is stated, GW_REGION_UNKNOWN for a region without a population value.
 */
export function populationHistory(
  request: PlanRequest,
  priors: readonly PopulationPrior[],
  names: readonly string[] | null = null,
  given: readonly GivenActivity[] = [],
  measured: readonly EarlierCycle<GrayPerBecquerel>[] = [],
): RegionHistory[] {
  const { radiopharmaceutical } = request;
  if (radiopharmaceutical === undefined) throw new GraywiseError('GW_NO_RECORD', { cycle: request.cycle });
  const known = populationRegions(radiopharmaceutical, priors);
  const wanted = names ?? [...new Set([...namedRegions(request), ...known])];
  // A lesion of the population stands for those that are not named yet.
  const regions = wanted.filter(name => name !== 'lesion' || !wanted.some(other => other !== 'lesion' && isLesion(other)));
  return regions.map(region => {
    const population = populationDose(region, radiopharmaceutical, priors);
    if (!population) throw new GraywiseError('GW_REGION_UNKNOWN', { expected: region, found: known.join(', ') });
    const variation = variationOf(region, request);
    const course: RegionHistory = {
      name: region,
      label: labelOf(region),
      delivered: exactly(gray(0)),
      deliveredBed: exactly(gray(0)),
      perActivityIn: perActivityOf({ region, measured, prior: population.estimate, variation }),
      betweenCycle: variation.betweenCycles,
      family: regionFamily(region),
      ...effectOf(region, request, priors),
      basis: 'population',
      prior: { ...population.reference, region, weight: 1 },
      trendSeen: null,
    };
    return withGiven(course, given);
  });
}

function namedRegions({ limits, targets }: PlanRequest): string[] {
  return [...limits, ...targets].map(({ region }) => region).filter(region => region !== 'worst-lesion' && region !== 'mean-lesion');
}

/** The effect of one cycle from the population's half-life: f = G / (alpha/beta), one exponential. */
function effectOf(
  region: string,
  request: PlanRequest,
  priors: readonly PopulationPrior[],
): Pick<RegionHistory, 'effectPerGray' | 'alphaBetaGy' | 'radiobiologyConfirmed' | 'radiobiologySource'> {
  const model = radiobiologyOf(region, request, null);
  const halfLife = choosePrior({ radiopharmaceutical: request.radiopharmaceutical ?? '', region, quantity: 'effective half-life' }, priors);
  if (!model || !halfLife) return { effectPerGray: null, alphaBetaGy: null, radiobiologyConfirmed: true, radiobiologySource: '' };
  const terms = [{ amplitude: 1, rate: Math.LN2 / hours(halfLife.median) }];
  return {
    effectPerGray: lethalInteraction(terms, Math.LN2 / model.repairHalfTime) / model.alphaBetaGy,
    alphaBetaGy: model.alphaBetaGy,
    radiobiologyConfirmed: model.confirmed && halfLife.confirmed,
    radiobiologySource: `${model.source}; half-life: ${halfLife.source}`,
  };
}

/** The course after activities whose doses nobody measured. */
function withGiven(course: RegionHistory, given: readonly GivenActivity[]): RegionHistory {
  if (given.length === 0) return course;
  const doses = given.flatMap(({ cycle, activity }) => dosesOfCycles(course, activity, cycle, 1));
  const { effectPerGray } = course;
  return {
    ...course,
    delivered: cumulativeDose(course.delivered, doses),
    deliveredBed:
      effectPerGray === null || !course.deliveredBed
        ? null
        : cumulativeDose(
            course.deliveredBed,
            doses.map(dose => addEffect(dose, effectPerGray)),
          ),
  };
}

/** `red-marrow` as people write it. */
function labelOf(region: string): string {
  const words = region.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
