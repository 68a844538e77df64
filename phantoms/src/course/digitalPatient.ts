import { SOURCE_REGIONS, type AnatomyPart, type SourceRegion } from '../anatomy/anatomyPart.js';
import { luDotatateAnatomy } from '../anatomy/luDotatateAnatomy.js';
import { TISSUES } from '../anatomy/tissues.js';
import { regionVolumes } from '../geometry/regionVolumes.js';
import { randomSource } from '../random/randomSource.js';

/** One digital adult: shapes in his own frame, and what they weigh. */
export interface DigitalPatient {
  readonly parts: readonly AnatomyPart[];
  readonly volumesMl: ReadonlyMap<SourceRegion, number>;
  readonly massesKg: ReadonlyMap<SourceRegion, number>;
  readonly weightKg: number;
  readonly heightM: number;
  /** Mass of everything that is no source region, limbs and head included. */
  readonly remainderMassKg: number;
}

/** The adult of a seed. Volumes are those that the regions keep where later bodies have taken parts of them; masses are volume times the tissue's density. */
export function digitalPatient(seed: number): DigitalPatient {
  const parts = luDotatateAnatomy(seed);
  const volumes = regionVolumes(
    parts.map(({ body }) => body),
    parts.map(({ source }) => source),
  );
  const volumesMl = new Map(SOURCE_REGIONS.map(region => [region, volumes.get(region) ?? 0]));
  const massesKg = new Map(SOURCE_REGIONS.map(region => [region, ((volumesMl.get(region) ?? 0) * densityOf(region, parts)) / 1000]));
  const random = randomSource(seed, 'patient');
  const weightKg = Math.round(random.between(68, 88));
  const sourcesKg = [...massesKg.values()].reduce((sum, mass) => sum + mass, 0);
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
