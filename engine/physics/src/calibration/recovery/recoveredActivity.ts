import type { CellSums } from './cellSums.js';

/** A region of which less than this share stays in its own outline is not corrected: suggested, the centre must confirm. */
export const LEAST_SELF_RECOVERY = 0.25;

/** A region, or the union of several, whose activity is asked for. */
export interface RecoveryTarget {
  readonly name: string;
  readonly mask: Uint8Array;
}

/** The activity of a region in one scan, corrected for partial volume. Bq, at the instant that the concentrations stand for. */
export interface RecoveredActivity {
  readonly name: string;
  readonly activity: number;
  /** What the image shows inside the outline. */
  readonly measured: number;
  /** Share of the region's own activity that stays in its outline. */
  readonly selfRecovery: number;
  /** False where too little stays to be corrected: `activity` is `measured` then. */
  readonly corrected: boolean;
  /** Bq per mm of the resolution. */
  readonly byFwhm: number;
  /** Bq for a relative change of one of the volume of a region by its outline, by the name of the region: its own first of all. */
  readonly byOutline: ReadonlyMap<string, number>;
  /** Sum of q^2 A over voxels, q the weight of a voxel in `activity`: times Bq per count it is the variance by counting. */
  readonly countVariance: number;
  readonly shift: ShiftEffect;
}

/**
 * What a scan that lies off makes of an activity: it lies `length` mm off in no preferred direction, length / sqrt 3 along each axis. All are 0 where it was not asked
 * for.
 */
export interface ShiftEffect {
  /** What is lost on the average, Bq per squared mm of the length: to either side of where it was drawn a hot region loses. */
  readonly lossPerMm2: number;
  /** Standard deviation about that by the slopes of the image, Bq per mm of the length. */
  readonly slopePerMm: number;
  /** Standard deviation about that by its curvatures, Bq per squared mm of the length. */
  readonly curvaturePerMm2: number;
}

/**
 * Standard deviation (Bq) of an activity whose scan lies `lengthMm` off, and maybe `besideMm` for another reason, whose own effect this is not.
 *
 * Slopes and curvatures are those of the image as it lies, which is off already: to the true slopes g a shift x adds h x, so that their squares come out too large by
 * h^2 L^2 / 3 on the average, L^2 the sum of both squares. That is taken off again, as far as there is so much.
 */
export function spreadByShift({ slopePerMm, curvaturePerMm2 }: ShiftEffect, lengthMm: number, besideMm = 0): number {
  const ownSlope = Math.SQRT2 * curvaturePerMm2 * Math.hypot(lengthMm, besideMm);
  const slope = Math.sqrt(Math.max(0, slopePerMm ** 2 - ownSlope ** 2));
  return lengthMm * Math.hypot(slope, curvaturePerMm2 * lengthMm);
}

/** The activities of one scan. */
export interface RecoveredScan {
  readonly regions: readonly RecoveredActivity[];
  /** Activity (Bq) of the cells that are no region, by the position of the cell. */
  readonly background: ReadonlyMap<number, number>;
  /** What the correction started from, for `activityUnder`. */
  readonly shown: ShownInCells;
}

/** What an image shows in the cells, with what spills from farther out taken off at the resolution and at the wider one. */
export interface ShownInCells {
  readonly sums: CellSums;
  readonly own: readonly number[];
  readonly ownWider: readonly number[];
  readonly interpolatedFromMm: readonly [number, number, number] | null;
}
