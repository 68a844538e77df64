import type { AnatomyPart, BySource, SourceRegion } from '../anatomy/anatomyPart.js';
import { bySource } from '../anatomy/bySource.js';
import { luDotatateAnatomy } from '../anatomy/luDotatateAnatomy.js';
import { TISSUES } from '../anatomy/tissues.js';
import { regionVolumes } from '../geometry/regionVolumes.js';
import { variantAnatomy } from '../variants/variantAnatomy.js';
import type { PhantomVariant } from '../variants/phantomVariant.js';
import { randomSource } from '../random/randomSource.js';

/** One digital adult: shapes in his own frame, and what they weigh. */
export interface DigitalPatient {
  readonly parts: readonly AnatomyPart[];
  readonly volumesMl: BySource<number>;
  readonly massesKg: BySource<number>;
  readonly weightKg: number;
  readonly heightM: number;
  /** Mass of everything that is no source region, limbs and head included. */
  readonly remainderMassKg: number;
}

/** The adult of a seed. Volumes are those that the regions keep where later bodies have taken parts of them; masses are volume times the tissue's density. */
export function digitalPatient(seed: number, variant: PhantomVariant = 'normal'): DigitalPatient {
  const parts = [...luDotatateAnatomy(seed), ...variantAnatomy(variant)];
  const volumes = regionVolumes(
    parts.map(({ body }) => body),
    parts.map(({ source }) => source),
  );
  const volumesMl = bySource(region => volumes.get(region) ?? 0);
  const massesKg = bySource(region => (volumesMl[region] * densityOf(region, parts)) / 1000);
  const random = randomSource(seed, 'patient');
  const weightKg = Math.round(random.between(68, 88));
  const sourcesKg = Object.values(massesKg).reduce((sum, mass) => sum + mass, 0);
  return {
    parts,
    volumesMl,
    massesKg,
    weightKg,
    heightM: Math.round(random.between(168, 186)) / 100,
    remainderMassKg: weightKg - sourcesKg,
  };
}

function densityOf(region: SourceRegion, parts: readonly AnatomyPart[]): number {
  const part = parts.find(({ source }) => source === region);
  return part ? TISSUES[part.tissue].densityGPerMl : 0;
}
