import type { PointLps } from '../volume/volumeGeometry.js';
import type { Second } from '../quantities/quantity.js';

/** What a detector looks for. */
export const FINDING_KINDS = ['extravasation', 'kidney obstruction', 'missing uptake', 'unexpected uptake', 'activity balance'] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

/** One line of a worksheet, in the unit that people read. `standardUncertainty` null: not known. */
export interface WorksheetRow {
  readonly name: string;
  readonly value: number;
  readonly standardUncertainty: number | null;
  readonly unit: string;
}

/** Something abnormal that a detector found: for a person to look at, never a diagnosis (rules V6 to V11). */
export interface Finding {
  readonly kind: FindingKind;
  /** The region it is about; null when it is about none. */
  readonly region: string | null;
  /** Where to look, mm in the frame of the reference scan; null when it has no place. */
  readonly placeLps: PointLps | null;
  /** What was found, in one or two sentences. */
  readonly message: string;
  /** The numbers behind it. */
  readonly worksheet: readonly WorksheetRow[];
  /** What to do about it, a sentence each. */
  readonly advice: readonly string[];
  /** When another scan would settle it: seconds after the administration, of the next cycle where this one is past it; empty when none would. */
  readonly extraScans: readonly Second[];
}
