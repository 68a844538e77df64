import { formatEstimate, formatNumber, formatRange, type Explanation } from '@graywise/extension-core';
import type { CourseRegion, CyclePlan, DoseQuantity, PlanAlternative, RegionPrediction } from '@graywise/physics';
import { labelOf } from './labelOf.js';

/** Where the dose of a region for an alternative comes from; null where that quantity is not known. */
export function explainPrediction(
  plan: CyclePlan,
  alternative: PlanAlternative,
  prediction: RegionPrediction,
  quantity: DoseQuantity,
  regions: readonly CourseRegion[],
): Explanation | null {
  const estimate =
    quantity === 'BED' ? prediction.cumulativeBed : quantity === 'EQD2' ? (prediction.cumulativeEqd2 ?? null) : prediction.cumulative;
  if (!estimate) return null;
  const { name, absorbedDose, rangeOfCourse, rangeOfCycle, basis } = prediction;
  const { cycle, cyclesLeft } = plan.request;
  const priors = (plan.priors ?? []).filter(({ region }) => region === name);
  return {
    title: `${quantity === 'absorbed dose' ? 'Absorbed dose' : quantity} of ${labelOf(name, regions)} over the course, ${alternative.title}`,
    value: `${formatEstimate(estimate)} Gy`,
    estimate,
    equation: 'D(course) = D(delivered) + Σ g · A over the cycles to come, with g the dose per activity',
    source: 'g is that of the population, updated by the cycles of this patient, each by how sure it is.',
    inputs: [
      { name: 'Activity of each cycle', value: `${formatNumber(alternative.activity / 1e6, 0)} MBq` },
      { name: 'Cycles', value: `${String(cyclesLeft)}, from cycle ${String(cycle)} on` },
      { name: `Dose of cycle ${String(cycle)}`, value: `${formatEstimate(absorbedDose)} Gy` },
      ...(rangeOfCycle ? [{ name: `95 % range of cycle ${String(cycle)}`, value: `${formatRange(rangeOfCycle.interval95)} Gy` }] : []),
      ...(rangeOfCourse ? [{ name: '95 % range of the course', value: `${formatRange(rangeOfCourse.interval95)} Gy` }] : []),
    ],
    notes: [
      ...(basis ? [`Rests on: ${basis}.`] : []),
      ...priors.map(
        ({ source, version, confirmed }) =>
          `Population: ${source}, version ${version}${confirmed ? '' : ' (suggested, to be confirmed by the centre)'}.`,
      ),
    ],
    objects: [],
  };
}
