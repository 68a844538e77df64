import type { Becquerel } from '../quantities/quantity.js';
import type { ActivityPrediction, DoseLimit, Infeasibility, PlanRequest } from '../record/cyclePlan.js';
import type { ActivityBounds, NamedActivity } from './activityBounds.js';
import { activityWords } from './activityWords.js';
import { doseWords } from './doseWords.js';
import type { RegionHistory } from './regionHistory.js';

export interface ReasonInput {
  readonly request: PlanRequest;
  readonly suggestion: NamedActivity;
  readonly bounds: ActivityBounds;
  readonly course: readonly RegionHistory[];
  readonly infeasibility: Infeasibility | null;
  /** The activity before it was rounded; null when it was not. */
  readonly unrounded: ActivityPrediction | null;
  readonly activity: Becquerel;
}

/** Why this activity, in one to four sentences: what bounds it, what has been delivered, how the targets stand to it, and how it was rounded. */
export function planReason({ request, suggestion, bounds, course, infeasibility, unrounded, activity }: ReasonInput): string {
  const cycles = request.cyclesLeft === 1 ? 'the last cycle' : `${String(request.cyclesLeft)} equal cycles`;
  const rounded = unrounded ? `Rounded down to stock: ${activityWords(activity)}.` : '';
  if (!bounds.ceiling)
    return join([
      `No limit bounds the activity. ${activityWords(suggestion.activity)} in ${cycles} reaches every target by its median; ${labelOf(suggestion, course)} needs the most.`,
      rounded,
    ]);
  const isLimit = bounds.limits !== null && bounds.limits.name === suggestion.name && bounds.limits.activity === suggestion.activity;
  return join([
    isLimit ? limitSentence(request, suggestion, course, cycles) : capSentence(suggestion, bounds),
    targetSentence(bounds, course, infeasibility),
    rounded,
  ]);
}

function join(sentences: readonly string[]): string {
  return sentences.filter(sentence => sentence !== '').join(' ');
}

function capSentence({ name, activity }: NamedActivity, { limits }: ActivityBounds): string {
  const cap = name === 'cap' ? 'The activity cap' : name === 'licence' ? 'The licence' : 'The stock';
  return `${cap} of ${activityWords(activity)} decides${limits ? '; every limit allows more' : ''}.`;
}

function limitSentence(request: PlanRequest, bound: NamedActivity, course: readonly RegionHistory[], cycles: string): string {
  const region = course.find(({ name }) => name === bound.name);
  const limits = request.limits.filter(({ region: name }) => name === bound.name).map(limit => describe(limit, region));
  const others = request.limits.length > 1 ? 'every limit' : 'it';
  const chance =
    request.riskAccepted === null ? 'by its median' : `with a probability of ${(100 * (1 - request.riskAccepted)).toFixed(0)} %`;
  const kept = request.riskAccepted === null ? 'it' : others;
  return `${labelOf(bound, course)} decides: ${limits.join(' and ')}. ${activityWords(bound.activity)} in ${cycles} keeps within ${kept} ${chance}.`;
}

function describe(limit: DoseLimit, region: RegionHistory | undefined): string {
  if (limit.per === 'cycle') return `the limit is ${doseWords(limit)}`;
  const bed = region?.deliveredBed?.value ?? 0;
  const delivered =
    limit.quantity === 'absorbed dose'
      ? (region?.delivered.value ?? 0)
      : limit.quantity === 'BED'
        ? bed
        : bed / (1 + 2 / (region?.alphaBetaGy ?? Infinity));
  return `${delivered.toFixed(1)} of ${doseWords(limit)} are delivered`;
}

function targetSentence({ floor }: ActivityBounds, course: readonly RegionHistory[], infeasibility: Infeasibility | null): string {
  if (!floor) return '';
  if (!infeasibility) return `Every target is reached from ${activityWords(floor.activity)} on.`;
  return `No activity reaches every target within the limits: ${labelOf(floor, course)} would need ${activityWords(floor.activity)}.`;
}

/** What people call the region that bounds the activity. */
function labelOf({ name }: NamedActivity, course: readonly RegionHistory[]): string {
  if (name === 'worst-lesion') return 'the lesion of least dose';
  if (name === 'mean-lesion') return 'the mean of the lesions';
  return course.find(region => region.name === name)?.label ?? name;
}
