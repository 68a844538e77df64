import type { PointLps } from '@graywise/physics';
import type { ParsedObject } from '../../part10/parsePart10.js';

/** Where one stored frame lies in the patient: LPS, mm. Unit vectors along a row (to increasing column) and along a column. */
export interface Plane {
  readonly object: ParsedObject;
  /** Frame of the object, from 0. */
  readonly frame: number;
  /** Centre of the first pixel. */
  readonly position: PointLps;
  readonly row: PointLps;
  readonly column: PointLps;
  readonly columnSpacingMm: number;
  readonly rowSpacingMm: number;
  readonly columns: number;
  readonly rows: number;
}
