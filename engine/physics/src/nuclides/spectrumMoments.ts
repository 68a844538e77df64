import type { Spectrum } from './nuclideEmissions.js';

/** Emissions and emitted energy (MeV) per decay of a spectrum of straight lines, integrated exactly. */
export function spectrumMoments({ energiesMev, perMev }: Spectrum): { readonly perDecay: number; readonly energyMev: number } {
  let perDecay = 0;
  let energyMev = 0;
  for (let index = 1; index < energiesMev.length; index++) {
    const [low, high] = [energiesMev[index - 1] ?? 0, energiesMev[index] ?? 0];
    const [atLow, atHigh] = [perMev[index - 1] ?? 0, perMev[index] ?? 0];
    perDecay += ((high - low) * (atLow + atHigh)) / 2;
    energyMev += ((high - low) * (low * (2 * atLow + atHigh) + high * (2 * atHigh + atLow))) / 6;
  }
  return { perDecay, energyMev };
}
