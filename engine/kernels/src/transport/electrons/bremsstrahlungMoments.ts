import { ENERGY_LOWEST_EXPONENT, ENERGY_STEPS_PER_OCTAVE, log } from '@graywise/physics';
import { SHAPE_ENERGY_STEP, SHAPE_STEPS } from './bremsstrahlungShape.js';

/** Bremsstrahlung of a material: photons above the cut-off per path (cm2/g), and the share of the radiated energy that is below it. */
export interface BremsstrahlungMoments {
  readonly hardNumber: number;
  readonly softShare: number;
}

/**
 * From the radiative stopping power (MeV cm2/g) at a point of the energy grid and the shape of the spectrum: with k d sigma / dk = A h(k / T), the
 * stopping power is A T times the integral of h, the number of photons A times the integral of h / x, x = k / T. h is linear between its points.
 */
export function bremsstrahlungMoments(
  point: number,
  radiativeStoppingPower: number,
  shape: Float64Array,
  photonCutoffMev: number,
): BremsstrahlungMoments {
  const energyMev =
    2 ** (ENERGY_LOWEST_EXPONENT + Math.floor(point / ENERGY_STEPS_PER_OCTAVE)) *
    (1 + (point % ENERGY_STEPS_PER_OCTAVE) / ENERGY_STEPS_PER_OCTAVE);
  const cut = Math.min(1, photonCutoffMev / energyMev);
  const row = Math.floor(point / SHAPE_ENERGY_STEP);
  const fraction = (point % SHAPE_ENERGY_STEP) / SHAPE_ENERGY_STEP;
  const heightAt = (step: number): number => {
    const index = row * (SHAPE_STEPS + 1) + step;
    const here = shape[index] ?? NaN;
    return fraction === 0 ? here : here + fraction * ((shape[index + SHAPE_STEPS + 1] ?? NaN) - here);
  };
  let [all, soft, number] = [0, 0, 0];
  for (let step = 0; step < SHAPE_STEPS; step++) {
    const [from, to] = [step / SHAPE_STEPS, (step + 1) / SHAPE_STEPS];
    const [low, high] = [heightAt(step), heightAt(step + 1)];
    const slope = (high - low) / (to - from);
    const integral = (a: number, b: number): number => (b - a) * (low + slope * ((a + b) / 2 - from));
    all += integral(from, to);
    if (cut > from) soft += integral(from, Math.min(cut, to));
    const start = Math.max(cut, from);
    if (start < to) number += (low - slope * from) * log(to / start) + slope * (to - start);
  }
  return { hardNumber: ((radiativeStoppingPower / energyMev) * number) / all, softShare: soft / all };
}
