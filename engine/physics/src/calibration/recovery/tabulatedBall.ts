import { MARGIN_MM } from './ballVoxels.js';
import { blurredBall } from './blurredBall.js';

/** Step of the tabulated profile, mm: straight lines between leave less than 1e-4 of the contrast. */
const STEP_MM = 0.05;

/** Profile and slope of a blurred ball over the distance from its centre, tabulated. */
export function tabulatedBall(diameterMm: number, sigmaMm: number): (distanceMm: number) => { value: number; slope: number } {
  const count = Math.ceil((diameterMm / 2 + MARGIN_MM + 8) / STEP_MM);
  const table = Float64Array.from({ length: count + 2 }, (_, step) => blurredBall(step * STEP_MM, diameterMm / 2, sigmaMm));
  return distance => {
    const step = Math.min(count, Math.floor(distance / STEP_MM));
    const [here, next] = [table[step] ?? 0, table[step + 1] ?? 0];
    return { value: here + (distance / STEP_MM - step) * (next - here), slope: (next - here) / STEP_MM };
  };
}
