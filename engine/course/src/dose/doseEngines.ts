import { voxelKernelEngine } from '@graywise/kernels';
import { localDepositionEngine, organSValueEngine, sphereEngine, type DoseEngine, type DoseEngineName } from '@graywise/physics';

/** The engines that compute in one piece, by name; Monte Carlo divides its work between the workers. */
export const ONE_PIECE_ENGINES: Readonly<Record<Exclude<DoseEngineName, 'monteCarlo'>, DoseEngine>> = {
  localDeposition: localDepositionEngine,
  voxelKernel: voxelKernelEngine,
  organSValue: organSValueEngine,
  sphere: sphereEngine,
};
