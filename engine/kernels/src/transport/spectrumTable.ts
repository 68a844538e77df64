/** Particles of one kind that a decay emits, uniform in energy from `lowestMev` over `widthMev`; a line has no width. */
export interface EmissionBand {
  readonly lowestMev: number;
  readonly widthMev: number;
  readonly perDecay: number;
}

/** An emission spectrum from which a uniform number draws energy and weight. Segments have four numbers; see `SpectrumSegment` of c/transport/source.h. */
export interface SpectrumTable {
  readonly segments: Float64Array;
  readonly guide: Int32Array;
}

/** A power of two, so that a uniform number below one times it stays below it. */
const GUIDES = 1024;

/**
 * The bands of a spectrum in ascending order of energy as a table. `importance` says how often a particle of an energy (MeV) is drawn, in any unit: 1 draws by
 * number. The mean of (weight x anything) over histories is its sum over the emissions of one decay, however bands are drawn.
 */
export function spectrumTable(bands: readonly EmissionBand[], importance: (energyMev: number) => number = () => 1): SpectrumTable {
  const drawn = bands.map(({ lowestMev, widthMev, perDecay }) => perDecay * importance(lowestMev + widthMev / 2));
  const sum = drawn.reduce((total, share) => total + share, 0);
  const segments = new Float64Array(bands.length * 4);
  let cumulative = 0;
  bands.forEach(({ lowestMev, widthMev, perDecay }, index) => {
    const share = (drawn[index] ?? NaN) / sum;
    cumulative = index === bands.length - 1 ? 1 : cumulative + share;
    segments.set([cumulative, lowestMev, widthMev / share, perDecay / share], index * 4);
  });
  const guide = new Int32Array(GUIDES);
  for (let part = 0, band = 0; part < GUIDES; part++) {
    while ((segments[band * 4] ?? 1) < part / GUIDES) band += 1;
    guide[part] = band;
  }
  return { segments, guide };
}
