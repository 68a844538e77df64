import { cbrt } from '../numerics/cbrt.js';

/** Diameter, mm, of the ball of a volume in mL. */
export function ballDiameter(volumeMl: number): number {
  return cbrt((6000 * volumeMl) / Math.PI);
}
