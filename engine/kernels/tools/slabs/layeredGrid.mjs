import { ELECTRON_SETTINGS, electronTables, loadTransportMaterial } from '@graywise/kernels';
import { referenceMaterial } from '@graywise/physics';
import { LAYER_CM } from './slabCases.mjs';

/** Layers without sides: one voxel of a hundred metres. */
const WITHOUT_SIDES_CM = 1e4;

/**
 * Layers as a grid for transport: one voxel without sides, or `across` cubes wide and deep with all decays in the column in the middle, so that
 * the sum over a layer is what a layer without sides absorbs. Gives the grid, the tissues in the order of their numbers, and decays: one in each active layer.
 */
export async function layeredGrid(layers, { across = 1, settings = ELECTRON_SETTINGS }) {
  const names = [...new Set(layers.map(({ medium }) => medium))];
  const tissues = names.map(referenceMaterial);
  const perLayer = across ** 2;
  const side = across === 1 ? WITHOUT_SIDES_CM : LAYER_CM;
  const each = (Kind, value) =>
    Kind.from({ length: layers.length * perLayer }, (_unused, voxel) => value(layers[Math.floor(voxel / perLayer)], voxel % perLayer));
  const materialIndex = each(Uint8Array, ({ medium }) => names.indexOf(medium));
  return {
    tissues,
    decays: each(Float64Array, ({ active }, place) => (active && place === (perLayer - 1) / 2 ? 1 : 0)),
    grid: {
      size: [across, across, layers.length],
      spacingCm: [side, side, LAYER_CM],
      densityGPerMl: Float32Array.from(materialIndex, index => tissues[index].densityGPerMl),
      materialIndex,
      materials: await Promise.all(
        tissues.map(async tissue => ({ ...(await loadTransportMaterial(tissue)), electrons: await electronTables(tissue, settings) })),
      ),
    },
  };
}
