import { GraywiseError } from '../errors/GraywiseError.js';
import type { DoseLimit, DoseQuantity, DoseTarget } from '../record/cyclePlan.js';
import { isLesion } from './isLesion.js';
import type { RegionHistory } from './regionHistory.js';

/** A limit or a target with the regions it is about, in absorbed dose or BED. */
export interface CourseBound {
  readonly name: string;
  readonly regions: readonly RegionHistory[];
  /** Of several regions: the one of least dose, or their mean. */
  readonly combine: 'least' | 'mean';
  readonly inBed: boolean;
  /** Gy or Gy BED: an EQD2 is the BED of the same effect. */
  readonly value: number;
  readonly per: 'course' | 'cycle';
}

/**
 * What a limit or target means for the course (rules P3 and P8). EQD2 = BED / (1 + 2 / (alpha/beta)) turns it into BED. Throws GW_REGION_UNKNOWN,
 * GW_LIMIT_INVALID for BED or EQD2 of a region without radiobiology, and for a mean of lesions in EQD2 that differ in alpha/beta.
 */
export function courseBound(bound: DoseLimit | DoseTarget, course: readonly RegionHistory[]): CourseBound {
  const aggregate = bound.region === 'worst-lesion' || bound.region === 'mean-lesion';
  const regions = course.filter(({ name }) => (aggregate ? isLesion(name) : name === bound.region));
  const [first] = regions;
  if (!first) throw new GraywiseError('GW_REGION_UNKNOWN', { expected: bound.region, found: course.map(({ name }) => name).join(', ') });
  const quantity = bound.quantity ?? 'absorbed dose';
  const inBed = quantity !== 'absorbed dose';
  if (inBed && regions.some(({ deliveredBed, effectPerGray }) => !deliveredBed || effectPerGray === null)) refuse(bound, quantity);
  const ratio = first.alphaBetaGy ?? NaN;
  if (quantity === 'EQD2' && regions.some(({ alphaBetaGy }) => alphaBetaGy !== ratio)) refuse(bound, quantity);
  return {
    name: bound.region,
    regions,
    combine: bound.region === 'mean-lesion' ? 'mean' : 'least',
    inBed,
    value: quantity === 'EQD2' ? bound.value * (1 + 2 / ratio) : bound.value,
    per: 'per' in bound && bound.per === 'cycle' ? 'cycle' : 'course',
  };
}

function refuse({ region, value }: DoseLimit | DoseTarget, quantity: DoseQuantity): never {
  throw new GraywiseError('GW_LIMIT_INVALID', {
    found: `${region}:${String(value)}Gy${quantity}, a region without alpha/beta and repair half-time`,
  });
}
