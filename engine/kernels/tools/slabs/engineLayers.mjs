import { monteCarloDose, voxelKernelEngine } from '@graywise/kernels';
import { JOULE_PER_MEV } from '@graywise/physics';
import { layeredGrid } from './layeredGrid.mjs';
import { addedToLayers, layerStatistics } from './layerStatistics.mjs';

/** Each calculation has its own random numbers; their spread is the statistical uncertainty. */
const SEEDS = 8;
/** So wide that no electron of the column in the middle comes to the sides. */
const CUBES_ACROSS = 31;

/**
 * Energy (MeV per decay of a layer) that layers absorb, by Monte Carlo as of a patient with every particle transported: of electrons with what they radiate, and of
 * photons.
 */
export async function monteCarloLayers({ layers, spectrum }, relativeError) {
  const { grid, decays } = await layeredGrid(layers, {});
  const doses = await dosesOf({ grid, decays, spectrum, mode: 'every particle', relativeError });
  return layerStatistics(
    doses.map(({ electronGy, photonGy }) =>
      absorbedMev(
        electronGy.map((gray, layer) => gray + photonGy[layer]),
        grid,
      ),
    ),
  );
}

/** The same in cubes and with the kernel where tissue is uniform, electrons alone: photons would miss what is beyond the outermost cubes. */
export async function cubeLayers({ layers, spectrum }, relativeError) {
  const { grid, decays } = await layeredGrid(layers, { across: CUBES_ACROSS });
  const doses = await dosesOf({ grid, decays, spectrum, mode: 'kernel electrons where uniform', relativeError });
  return layerStatistics(doses.map(({ electronGy }) => addedToLayers(absorbedMev(electronGy, grid), layers.length)));
}

async function dosesOf(request) {
  const doses = [];
  for (let seed = 1; seed <= SEEDS; seed++) doses.push(await monteCarloDose({ ...request, seed }));
  return doses;
}

/** The same by the kernel of soft tissue. */
export async function kernelLayers({ layers, spectrum }) {
  const { grid, decays, tissues } = await layeredGrid(layers, {});
  const spacingMm = grid.spacingCm.map(side => 10 * side);
  const geometry = { size: grid.size, spacingMm, originLps: [0, 0, 0], direction: [1, 0, 0, 0, 1, 0, 0, 0, 1], frameOfReferenceUid: '1' };
  const { doseGy } = await voxelKernelEngine.compute({
    spectrum,
    timeIntegratedBqSPerMl: { geometry, unit: 'Bq s/mL', data: Float32Array.from(decays, count => count / millilitresOf(grid)) },
    densityGPerMl: { geometry, unit: 'g/mL', data: grid.densityGPerMl },
    materials: { materialIndex: grid.materialIndex, materials: tissues },
    regions: [],
    organModel: 'adult-male',
  });
  return absorbedMev(doseGy.data, grid);
}

const millilitresOf = ({ spacingCm }) => spacingCm.reduce((product, side) => product * side, 1);

function absorbedMev(doseGy, grid) {
  const gramOf = voxel => grid.densityGPerMl[voxel] * millilitresOf(grid);
  return Float64Array.from(doseGy, (gray, voxel) => (gray * gramOf(voxel) * 1e-3) / JOULE_PER_MEV);
}
