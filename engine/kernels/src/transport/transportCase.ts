import { aliasTable } from './aliasTable.js';
import { bremsstrahlungShape } from './electrons/bremsstrahlungShape.js';
import { electronSources } from './electronSources.js';
import { packedVoxels } from './packedVoxels.js';
import { PHOTON_CUT_MEV } from './photonCut.js';
import { photonTable } from './photonTable.js';
import { scatteringTable } from './scatteringTable.js';
import type { TransportGrid } from './transportGrid.js';
import type { EmissionSource } from './transportTask.js';

/** A grid and a source as the arrays that a module is handed, by the names of the raw files that oracle/transportOracle.c reads. */
export function transportCase(
  grid: TransportGrid,
  source: EmissionSource,
): ReadonlyMap<string, Float64Array | Float32Array | Int32Array | Uint8Array> {
  const electrons = source.kind === 'electrons';
  const { entries, count } = electrons
    ? electronSources(source.decays, source.historiesPerBatch)
    : aliasTable(source.decays, source.importance);
  const settings = grid.materials[0]?.electrons.settings;
  const numbers = [
    grid.materials.length,
    settings?.deltaCutoffMev ?? NaN,
    settings?.photonCutoffMev ?? NaN,
    settings?.absorptionMev ?? NaN,
    PHOTON_CUT_MEV,
    electrons ? source.energyPerDecayMev : 0,
    ...grid.size,
    ...grid.spacingCm,
    entries.byteLength / count,
  ];
  const tables = grid.materials.flatMap((material, number): [string, Float64Array][] => [
    [`electrons${number}`, material.electrons.rows],
    [`photons${number}`, photonTable(material.photons)],
    [`scattering${number}`, scatteringTable(material.scattering)],
  ]);
  return new Map<string, Float64Array | Float32Array | Int32Array | Uint8Array>([
    ['numbers', Float64Array.from(numbers)],
    ['shape', bremsstrahlungShape()],
    ['voxels', packedVoxels(grid)],
    ['segments', source.spectrum.segments],
    ['guide', source.spectrum.guide],
    ['source', entries],
    ...tables,
  ]);
}
