import { becquerel, gigabecquerel, type Becquerel } from '../quantities/quantity.js';
import type { PlanAlternative, PlanRequest } from '../record/cyclePlan.js';
import type { CycleVerification } from '../record/cycleVerification.js';
import type { RegionHistory } from './courseHistory.js';
import { activityAtRisk, doseBound } from './doseBound.js';
import { predictDoses } from './predictDoses.js';

/** The labels of Lutathera and Pluvicto: 7.4 GBq per cycle. */
const LABEL_ACTIVITY = gigabecquerel(7.4);
const LABELLED = /DOTA-?TATE|PSMA-?617/i;
const RISK = 0.05;

export interface AlternativesInput {
  readonly request: PlanRequest;
  readonly history: readonly CycleVerification[];
  readonly course: readonly RegionHistory[];
  readonly lastAdministered: Becquerel;
  readonly radiopharmaceutical: string;
}

/**
 * Other activities a practitioner would want to compare, each with its predictions (rule P6): the label's, the last one again, what the limits allow
 * by their medians and at a risk of 5 %, what the targets need. None of them is held to the cap.
 */
export function planAlternatives({
  request,
  history,
  course,
  lastAdministered,
  radiopharmaceutical,
}: AlternativesInput): PlanAlternative[] {
  const activities = (bounds: typeof request.limits | typeof request.targets, risk: number | null): Becquerel[] =>
    bounds.flatMap(bound => {
      const region = course.find(({ name }) => name === bound.region);
      return region ? [activityAtRisk(doseBound(bound, region, request.cyclesLeft), risk)] : [];
    });
  const options: { title: string; activity: Becquerel }[] = [];
  if (LABELLED.test(radiopharmaceutical)) options.push({ title: 'Label: 7.4 GBq', activity: LABEL_ACTIVITY });
  options.push({ title: 'As in the last cycle', activity: lastAdministered });
  if (request.limits.length > 0) {
    options.push({ title: 'Every limit kept by its median', activity: becquerel(Math.min(...activities(request.limits, null))) });
    options.push({ title: 'Every limit kept with 95 % probability', activity: becquerel(Math.min(...activities(request.limits, RISK))) });
  }
  if (request.targets.length > 0)
    options.push({ title: 'Every target reached by its median', activity: becquerel(Math.max(...activities(request.targets, null))) });
  return options.map(({ title, activity }) => ({ title, activity, predictions: predictDoses({ activity, request, history }) }));
}
