import { GraywiseError } from '../errors/GraywiseError.js';
import type { Second } from '../quantities/quantity.js';
import type { DeadTimeFacts } from '../record/facts.js';
import type { Volume } from '../volume/volumeGeometry.js';
import { acquisitionDecayFactor } from './acquisitionDecayFactor.js';
import { deadTimeCorrection } from './deadTimeCorrection.js';
import { decayToStart, type AcquisitionTiming } from './decayToStart.js';

/** A reconstructed count image and how its counts came about. */
export interface CountAcquisition extends AcquisitionTiming {
  readonly counts: Volume<'counts'>;
  /** How long one detector looked: the denominator of the count rate. */
  readonly acquisitionSeconds: Second;
  readonly halfLife: Second;
  /** Null: no dead-time correction. */
  readonly deadTime: DeadTimeFacts | null;
  /** Detectors that shared the counts, for the dead time of each. Left out: 1. */
  readonly detectors?: number;
}

/** The counts of a whole field and the rates they mean. */
export interface FieldCountRate {
  readonly totalCounts: number;
  /** Mean rate over the acquisition as the camera saw it, 1/s: counts that are decay corrected are taken back to it. */
  readonly observed: number;
  /** From counts in a voxel to the count rate (1/s) of its activity at the start of the acquisition, dead time corrected where there is a model. */
  readonly ratePerCountAtStart: number;
}

/** Count rates of an acquisition. Throws GW_TOO_FEW_COUNTS for an image without counts or a time of zero, GW_DEAD_TIME as `deadTimeCorrection` does. */
export function fieldCountRate({
  counts,
  acquisitionSeconds,
  halfLife,
  deadTime,
  detectors = 1,
  ...timing
}: CountAcquisition): FieldCountRate {
  let totalCounts = 0;
  for (const voxel of counts.data) totalCounts += voxel;
  if (!(totalCounts > 0 && acquisitionSeconds > 0)) {
    throw new GraywiseError('GW_TOO_FEW_COUNTS', { where: 'the whole field', found: `${totalCounts} counts in ${acquisitionSeconds} s` });
  }
  const toStart = decayToStart(timing, halfLife);
  const observed = ((totalCounts / acquisitionSeconds) * toStart) / acquisitionDecayFactor(halfLife, timing.duration);
  const trueOverObserved = deadTime === null ? 1 : deadTimeCorrection(observed / detectors, deadTime);
  return { totalCounts, observed, ratePerCountAtStart: (toStart * trueOverObserved) / acquisitionSeconds };
}
