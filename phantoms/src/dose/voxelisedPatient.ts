import type { Material } from '@graywise/physics';
import type { AnatomyPart } from '../anatomy/anatomyPart.js';
import { TISSUES } from '../anatomy/tissues.js';
import { gridGeometry } from '../geometry/gridGeometry.js';
import { DOSE_SOURCES, type DoseSource } from './doseSource.js';
import { partsByVoxel } from './partsByVoxel.js';
import { tissueMaterial } from './tissueMaterial.js';

/** A patient's whole trunk in cubes, x fastest, each what lies at its centre. */
export interface VoxelisedPatient {
  readonly size: readonly [number, number, number];
  readonly spacingMm: number;
  readonly materials: readonly Material[];
  /** Place in `materials` by voxel. */
  readonly materialIndex: Uint8Array;
  /** Place in `DOSE_SOURCES` by voxel; outside the body `OUTSIDE`. */
  readonly sourceIndex: Uint8Array;
  /** 0 outside the body. */
  readonly densityGPerMl: Float32Array;
  /** Of each source's voxels. */
  readonly massesKg: ReadonlyMap<DoseSource, number>;
}

export const OUTSIDE = 255;

export function voxelisedPatient(parts: readonly AnatomyPart[], spacingMm: number): VoxelisedPatient {
  const edge = (axis: 0 | 1 | 2, side: 'low' | 'high'): number =>
    Math[side === 'low' ? 'min' : 'max'](...parts.map(({ body }) => body[side][axis]));
  const voxels = (axis: 0 | 1 | 2): number => Math.ceil((edge(axis, 'high') - edge(axis, 'low')) / spacingMm);
  const middle = (axis: 0 | 1 | 2): number => (edge(axis, 'high') + edge(axis, 'low')) / 2;
  const size = [voxels(0), voxels(1), voxels(2)] as const;
  const found = partsByVoxel(parts, gridGeometry(size, [spacingMm, spacingMm, spacingMm], [middle(0), middle(1), middle(2)], ''));
  const materials = [...new Map(parts.map(({ tissue }) => [tissueMaterial(tissue).name, tissueMaterial(tissue)])).values()];
  const materialOf = parts.map(({ tissue }) => materials.findIndex(({ name }) => name === tissueMaterial(tissue).name));
  const sourceOf = parts.map(({ source }) => DOSE_SOURCES.indexOf(source ?? 'remainder'));
  const sourceIndex = Uint8Array.from(found, part => sourceOf[part - 1] ?? OUTSIDE);
  const densityGPerMl = Float32Array.from(found, part => densityOf(parts[part - 1]));
  return {
    size,
    spacingMm,
    materials,
    materialIndex: Uint8Array.from(found, part => materialOf[part - 1] ?? 0),
    sourceIndex,
    densityGPerMl,
    massesKg: massesOf(sourceIndex, densityGPerMl, spacingMm),
  };
}

function densityOf(part: AnatomyPart | undefined): number {
  return part ? TISSUES[part.tissue].densityGPerMl : 0;
}

function massesOf(sourceIndex: Uint8Array, densityGPerMl: Float32Array, spacingMm: number): ReadonlyMap<DoseSource, number> {
  const sums = new Float64Array(OUTSIDE + 1);
  densityGPerMl.forEach((density, voxel) => {
    const source = sourceIndex[voxel] ?? OUTSIDE;
    sums[source] = (sums[source] ?? 0) + density;
  });
  const voxelKg = spacingMm ** 3 / 1e6; // 1000 mm3 in a mL, 1000 g in a kg
  return new Map(DOSE_SOURCES.map((source, place) => [source, (sums[place] ?? 0) * voxelKg]));
}
