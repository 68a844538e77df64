import type { Second } from '../quantities/quantity.js';
import type { Volume } from '../volume/volumeGeometry.js';
import { decayToStart, type AcquisitionTiming } from './decayToStart.js';
import { scaledVolume } from './scaledVolume.js';

export interface ConcentrationImage extends AcquisitionTiming {
  readonly concentration: Volume<'Bq/mL'>;
  readonly halfLife: Second;
}

/** An image that is already in Bq/mL, moved to the activity concentration at the start of its acquisition (`decayToStart`). Throws GW_NOT_FINITE. */
export function concentrationAtScanStart({ concentration, halfLife, ...timing }: ConcentrationImage): Volume<'Bq/mL'> {
  return scaledVolume(concentration, decayToStart(timing, halfLife), 'Bq/mL');
}
