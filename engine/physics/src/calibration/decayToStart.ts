import { decayFactor } from '../nuclides/decayFactor.js';
import { secondsBetween, type Instant } from '../quantities/instant.js';
import type { Second } from '../quantities/quantity.js';
import { acquisitionDecayFactor } from './acquisitionDecayFactor.js';

/** When an emission image was taken, and what was done about decay before it came here. */
export interface AcquisitionTiming {
  readonly start: Instant;
  /** Wall time from first to last view. */
  readonly duration: Second;
  /** The instant that the values stand for; null when they are not decay corrected and so are the mean over the acquisition. */
  readonly decayCorrectedTo: Instant | null;
}

/**
 * The factor that takes the values of an image to the start of its acquisition.
 *
 * An image that is decay corrected to another instant, such as the administration or the start of the first bed position, moves from there by physical
 * decay; one that is not is the mean over its acquisition.
 */
export function decayToStart({ start, duration, decayCorrectedTo }: AcquisitionTiming, halfLife: Second): number {
  if (decayCorrectedTo === null) return acquisitionDecayFactor(halfLife, duration);
  return decayFactor(halfLife, secondsBetween(decayCorrectedTo, start));
}
