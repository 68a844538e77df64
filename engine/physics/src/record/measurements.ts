import type { Warning } from '../errors/warningTable.js';
import type { Estimate } from '../quantities/estimate.js';
import type { Instant } from '../quantities/instant.js';
import type { Gray, GrayPerBecquerel, Second } from '../quantities/quantity.js';
import type { TimeActivityFit } from './cycleVerification.js';

/** What is measured beside images with voxels. */
export const MEASUREMENT_KINDS = ['planar', 'probe', 'whole body', 'blood'] as const;

export type MeasurementKind = (typeof MEASUREMENT_KINDS)[number];

/** How much of the background under a region is taken off: all of it, or the share 1 - x/L that lies before and behind a source of thickness x in a body of thickness L. */
export const BACKGROUND_CORRECTIONS = ['whole', '1-x/L'] as const;

export type BackgroundCorrection = (typeof BACKGROUND_CORRECTIONS)[number];

/** One measurement as its row of the file says it (docs/measurements.md). */
export interface MeasurementRow {
  readonly cycle: number;
  readonly kind: MeasurementKind;
  readonly region: string;
  /** Start of the measurement; of a blood sample, when it was drawn. */
  readonly at: Instant;
  /** The instant that a blood sample's counts or concentration stand for; null: when it was drawn. */
  readonly referenceAt: Instant | null;
  readonly backgroundCorrection: BackgroundCorrection | null;
  readonly comment: string | null;
  /** Numbers by the name of their column, in the unit that the name ends with. Columns without an entry are absent. */
  readonly values: Readonly<Record<string, number>>;
}

/** One point of a measured series: Bq, or Bq/mL for blood. */
export interface MeasuredPoint {
  readonly afterAdministration: Second;
  readonly value: Estimate;
}

/** A region that has no voxels: the whole body, blood, marrow by its blood, an organ under a probe. Plain data, as `RegionResult`. */
export interface MeasuredRegionResult {
  readonly name: string;
  readonly label: string;
  readonly kind: MeasurementKind;
  readonly unit: 'Bq' | 'Bq/mL';
  readonly curve: readonly MeasuredPoint[];
  /** 'log-linear phases' has no fit: its points are joined. */
  readonly model: 'log-linear phases' | TimeActivityFit['model'];
  readonly fit: TimeActivityFit | null;
  /** Share of the integral after the last measurement, 0 to 1. */
  readonly extrapolatedFraction: number;
  /** Bq s, or Bq s/mL for blood. */
  readonly timeIntegrated: Estimate;
  readonly effectiveHalfLife: Estimate<Second>;
  /** Null where no dose follows, such as for an organ of unknown mass. */
  readonly absorbedDose: Estimate<Gray> | null;
  /** The part of alpha particles and recoiling nuclei, not weighted; null for nuclides without. */
  readonly alphaDose: Estimate<Gray> | null;
  readonly absorbedDosePerActivity: Estimate<GrayPerBecquerel> | null;
  /** How the dose was made, with its equation and publication. */
  readonly method: string;
  /** False: a number in it is a suggestion that the centre has not confirmed. */
  readonly confirmed: boolean;
  readonly assumptions: readonly string[];
  readonly warnings: readonly Warning[];
}
