import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import type { SourceSpectrum } from '../nuclides/sourceSpectrum.js';

/** Lines that carry less of a decay's electron energy do not count. */
const SMALLEST_SHARE = 0.01;

/**
 * How far (cm in unit density) electrons of a source carry their energy: half the practical range of the highest energy, within which a beta emitter leaves
 * about nine tenths of its energy.
 *
 * Practical range 0.412 E^(1.265 - 0.0954 ln E) g/cm2: Katz and Penfold, Rev. Mod. Phys. 24 (1952) 28.
 */
export function electronReachCm({ betaSpectra, electronLines, electronEnergyMev }: SourceSpectrum): number {
  const ends = betaSpectra.map(({ energiesMev }) => energiesMev.at(-1) ?? 0);
  const lines = electronLines.energiesMev.filter(
    (energyMev, line) => energyMev * (electronLines.yields[line] ?? 0) > SMALLEST_SHARE * electronEnergyMev,
  );
  const highest = Math.max(0, ...ends, ...lines);
  if (highest === 0) return 0;
  const ln = log(highest);
  return 0.5 * 0.412 * exp((1.265 - 0.0954 * ln) * ln);
}
