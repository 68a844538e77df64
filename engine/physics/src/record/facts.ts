import type { Cohort } from '../priors/cohort.js';
import type { PopulationPrior } from '../priors/populationPrior.js';
import type { Instant } from '../quantities/instant.js';
import type { Becquerel, Millilitre, Second } from '../quantities/quantity.js';
import type { MeasurementRow } from './measurements.js';

/** An activity measured at a moment. */
export interface AssayedActivity {
  readonly activity: Becquerel;
  readonly at: Instant;
}

/** What a physicist knows of one administration. `start` is the zero of time of the cycle. */
export interface AdministrationFacts {
  readonly cycle: number;
  readonly radiopharmaceutical: string;
  readonly preAssay: AssayedActivity;
  readonly residual: AssayedActivity | null;
  readonly start: Instant;
  readonly end: Instant | null;
}

/** What a physicist knows of one calibration acquisition. `series` is a SeriesInstanceUID or the name of a folder. */
export interface CalibrationFacts {
  readonly kind: 'cylinder' | 'sphere' | 'spheres' | 'point';
  readonly series: string;
  readonly activity: Becquerel;
  readonly at: Instant;
  readonly volume: Millilitre | null;
  readonly diametersMm: readonly number[];
  readonly centresLpsMm: readonly (readonly [number, number, number])[];
  readonly relativeUncertainty: number;
  /** Days after the acquisition for which the centre trusts the calibration; null: the default of the calibrate stage. */
  readonly validDays: number | null;
}

/** A dead-time model of the camera, valid for photopeak count rates. */
export interface DeadTimeFacts {
  readonly model: 'paralyzable' | 'non-paralyzable';
  readonly tau: Second;
}

/** The resolution of the centre's SPECT or PET images, as a physicist states it where no spheres were measured. */
export interface ResolutionFacts {
  /** Full width at half maximum of an isotropic Gaussian, mm, and its standard uncertainty. */
  readonly fwhmMm: number;
  readonly uncertaintyMm: number;
}

/** What DICOM does not say, from a facts file or from the forms of the viewer. Same content either way. */
export interface Facts {
  readonly administrations: readonly AdministrationFacts[];
  readonly calibrations: readonly CalibrationFacts[];
  readonly deadTime: DeadTimeFacts | null;
  /** Pairs of HU and g/mL in ascending HU, or null for the built-in curve. */
  readonly huToDensity: readonly (readonly [number, number])[] | null;
  /** Effective half-lives that a person stated, by region name. */
  readonly effectiveHalfLives: Readonly<Record<string, { readonly halfLife: Second; readonly relativeUncertainty: number }>>;
  /** Planar views, probe and whole-body counts, blood samples (docs/measurements.md). */
  readonly measurements?: readonly MeasurementRow[];
  /** Population values of the site's own, which go before those that are shipped; absent: none. */
  readonly priors?: readonly PopulationPrior[];
  /** Patients of the site by whose curves one scan becomes an integral; absent: none. */
  readonly cohorts?: readonly Cohort[];
  /** Used where no calibration with spheres is there; absent or null: not stated. */
  readonly resolution?: ResolutionFacts | null;
}

export const NO_FACTS: Facts = { administrations: [], calibrations: [], deadTime: null, huToDensity: null, effectiveHalfLives: {} };
