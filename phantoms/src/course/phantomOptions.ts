import type { PhantomVariant } from '../variants/phantomVariant.js';

/** What to make. The same options give the same bytes. */
export interface PhantomOptions {
  /** Chooses the patient: shapes, kinetics, positions, noise. A whole number of zero or more. */
  readonly seed: number;
  /** `small`: coarser CT and SPECT, for quick tests. */
  readonly size?: 'full' | 'small';
  /** How many of the two cycles to write, 1 or 2. */
  readonly cycles?: 1 | 2;
  /** False: an ideal camera, which samples the activity itself (noise stays). */
  readonly cameraBlur?: boolean;
  /** Resolution of the SPECT images, full width at half maximum in mm. */
  readonly resolutionMm?: number;
  /** What goes wrong with this patient; left out: nothing. */
  readonly variant?: PhantomVariant;
  readonly signal?: AbortSignal;
  /** Called with the share that is done, 0 to 1, and what is being done. */
  readonly onProgress?: (fraction: number, label: string) => void;
}

/** The resolution of the camera when none is asked for: a medium-energy collimator with resolution recovery, mm. */
export const DEFAULT_RESOLUTION_MM = 7;
