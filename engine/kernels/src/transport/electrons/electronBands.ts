import type { Lines, Spectrum } from '@graywise/physics';
import type { EmissionBand } from '../spectrumTable.js';

/** Pieces into which each step of a beta spectrum is cut: uniform within a piece, its height the spectrum's at its middle. */
const PIECES = 4;

/** Beta spectra and electron lines as bands of a spectrum in ascending order of energy; what is never emitted is left out. */
export function electronBands(betaSpectra: readonly Spectrum[], { energiesMev, yields }: Lines): EmissionBand[] {
  const lines = energiesMev.map((lowestMev, index) => ({ lowestMev, widthMev: 0, perDecay: yields[index] ?? 0 }));
  return [...betaSpectra.flatMap(piecesOf), ...lines].filter(({ perDecay }) => perDecay > 0).sort((a, b) => a.lowestMev - b.lowestMev);
}

function piecesOf({ energiesMev, perMev }: Spectrum): EmissionBand[] {
  return energiesMev.slice(1).flatMap((end, step) => {
    const [start = NaN, low = NaN, high = NaN] = [energiesMev[step], perMev[step], perMev[step + 1]];
    const widthMev = (end - start) / PIECES;
    return Array.from({ length: PIECES }, (_unused, piece) => ({
      lowestMev: start + piece * widthMev,
      widthMev,
      perDecay: widthMev * (low + ((piece + 0.5) / PIECES) * (high - low)),
    }));
  });
}
