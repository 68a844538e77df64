import { inMegabecquerel, type Becquerel } from '../quantities/quantity.js';
import type { DoseLimit, PlanRequest } from '../record/cyclePlan.js';
import type { RegionHistory } from './courseHistory.js';

interface Bound {
  readonly name: string;
  readonly activity: Becquerel;
}

export interface ReasonInput {
  readonly request: PlanRequest;
  readonly suggestion: Bound;
  readonly highest: Bound | null;
  readonly lowest: Bound | null;
  readonly course: readonly RegionHistory[];
}

const megabecquerels = (activity: Becquerel): string => `${inMegabecquerel(activity).toFixed(0)} MBq`;

/** Why this activity, in one to three sentences: what bounds it, what has been delivered, and how the targets stand to it. */
export function planReason({ request, suggestion, highest, lowest, course }: ReasonInput): string {
  const cycles = request.cyclesLeft === 1 ? 'the last cycle' : `${String(request.cyclesLeft)} equal cycles`;
  if (!highest)
    return `No limit bounds the activity. ${megabecquerels(suggestion.activity)} in ${cycles} reaches every target by its median; ${labelOf(suggestion, course)} needs the most.`;
  const first =
    suggestion.name === 'cap'
      ? `The activity cap of ${megabecquerels(suggestion.activity)} decides; every limit allows more.`
      : limitSentence(request, suggestion, course, cycles);
  return [first, targetSentence(highest, lowest, course)].filter(sentence => sentence !== '').join(' ');
}

function limitSentence(request: PlanRequest, bound: Bound, course: readonly RegionHistory[], cycles: string): string {
  const limits = request.limits
    .filter(({ region }) => region === bound.name)
    .map(limit =>
      describe(
        limit,
        course.find(region => region.name === bound.name),
      ),
    );
  const chance =
    request.riskAccepted === null ? 'by its median' : `with a probability of ${(100 * (1 - request.riskAccepted)).toFixed(0)} %`;
  return `${labelOf(bound, course)} decides: ${limits.join(' and ')}. ${megabecquerels(bound.activity)} in ${cycles} keeps within it ${chance}.`;
}

function describe({ value, quantity }: DoseLimit, region: RegionHistory | undefined): string {
  const delivered = quantity === 'BED' ? region?.deliveredBed : region?.delivered;
  const unit = quantity === 'BED' ? 'Gy BED' : 'Gy';
  return `${(delivered?.value ?? 0).toFixed(1)} of ${String(value)} ${unit} are delivered`;
}

function targetSentence(highest: Bound, lowest: Bound | null, course: readonly RegionHistory[]): string {
  if (!lowest) return '';
  if (lowest.activity <= highest.activity) return `Every target is reached from ${megabecquerels(lowest.activity)} on.`;
  return `No activity reaches every target within the limits: ${labelOf(lowest, course)} would need ${megabecquerels(lowest.activity)}.`;
}

/** What people call the region that bounds the activity. */
function labelOf({ name }: Bound, course: readonly RegionHistory[]): string {
  return course.find(region => region.name === name)?.label ?? name;
}
