import type { Lines } from '@graywise/physics';
import type { EmissionBand } from './spectrumTable.js';

/** Photon lines as bands of a spectrum; lines that are never emitted are left out. */
export function photonBands({ energiesMev, yields }: Lines): EmissionBand[] {
  return energiesMev
    .map((lowestMev, index) => ({ lowestMev, widthMev: 0, perDecay: yields[index] ?? 0 }))
    .filter(({ perDecay }) => perDecay > 0)
    .sort((a, b) => a.lowestMev - b.lowestMev);
}
