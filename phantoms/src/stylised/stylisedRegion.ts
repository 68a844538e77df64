import type { ReferenceMaterialName } from '@graywise/physics';

/** A point in the report's coordinates: cm, x to the patient's left, y to the back, z to the head, from the middle of the base of the trunk. */
export type StylisedPoint = readonly [number, number, number];

/** The three tissues of the report; around the phantom there is vacuum. */
export type StylisedTissue = Extract<ReferenceMaterialName, `stylized-${string}`>;

/** A region of the stylised adult: the points of a box for which an inequality holds. The box is a part of the report's definition (its planes). */
export interface StylisedRegion {
  readonly name: string;
  readonly tissue: StylisedTissue;
  readonly low: StylisedPoint;
  readonly high: StylisedPoint;
  readonly contains: (x: number, y: number, z: number) => boolean;
}
