import {
  alphaAssumptions,
  alphaDose,
  modelUncertainty,
  TRANSPORTED_PHOTON_UNCERTAINTY,
  voxelVolume,
  type DoseEngine,
  type DoseRequest,
  type DoseResult,
  type Volume,
} from '@graywise/physics';
import { loadTransportMaterial } from '../transport/loadTransportMaterial.js';
import { monteCarloDose } from '../transport/monteCarlo/monteCarloDose.js';
import type { TransportGrid } from '../transport/transportGrid.js';
import type { TaskRunner } from '../transport/transportTask.js';

/** Relative standard uncertainty that is reached in every voxel above a tenth of the largest dose. */
const RELATIVE_ERROR = 0.02;
const SEED = 20261126;

/** Absorbed dose by transport through the patient's densities and tissues (rule R7); `run` divides the work. */
export function monteCarloEngine(run: TaskRunner): DoseEngine {
  return { name: 'monteCarlo', compute: (request, onProgress) => transportedDose(request, run, onProgress) };
}

async function transportedDose(
  request: DoseRequest,
  run: TaskRunner,
  onProgress?: (fraction: number, label: string) => void,
): Promise<DoseResult> {
  const { spectrum, timeIntegratedBqSPerMl } = request;
  const millilitres = voxelVolume(timeIntegratedBqSPerMl.geometry);
  const { electronGy, photonGy, uncertaintyGy, relativeError } = await monteCarloDose({
    grid: await gridOf(request),
    decays: Float64Array.from(timeIntegratedBqSPerMl.data, concentration => concentration * millilitres),
    spectrum,
    mode: 'kernel electrons where uniform',
    relativeError: RELATIVE_ERROR,
    seed: SEED,
    run,
    onProgress,
  });
  const volumeOf = (data: Float32Array): Volume<'Gy'> => ({ geometry: timeIntegratedBqSPerMl.geometry, unit: 'Gy', data });
  return {
    engine: 'monteCarlo',
    doseGy: volumeOf(electronGy.map((dose, voxel) => Math.max(0, dose + (photonGy[voxel] ?? 0)))),
    alphaDoseGy: alphaDose(request),
    statisticalUncertaintyGy: volumeOf(uncertaintyGy),
    assumptions: [
      spectrum.chain.sentence,
      'Photons and, near anything but uniform soft tissue, electrons are followed through the densities and tissues of the CT; elsewhere electrons spread as in uniform soft tissue.',
      'Where few histories start, far below a tenth of the largest dose, chance may take more from a voxel than it has: it then has none.',
      `Statistical uncertainty at most ${(100 * relativeError).toFixed(1)} % in every voxel above a tenth of the largest dose; seed ${String(SEED)}.`,
      ...alphaAssumptions(request),
    ],
    modelUncertainty: modelUncertainty(spectrum, {
      photonUncertainty: TRANSPORTED_PHOTON_UNCERTAINTY,
      reason: 'composition of tissues 2 % of the photon dose',
    }),
  };
}

async function gridOf({ timeIntegratedBqSPerMl: { geometry }, densityGPerMl, materials }: DoseRequest): Promise<TransportGrid> {
  const [dx, dy, dz] = geometry.spacingMm;
  return {
    size: geometry.size,
    spacingCm: [dx / 10, dy / 10, dz / 10],
    densityGPerMl: densityGPerMl.data,
    materialIndex: materials.materialIndex,
    materials: await Promise.all(materials.materials.map(loadTransportMaterial)),
  };
}
