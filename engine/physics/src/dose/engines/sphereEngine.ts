import { cbrt } from '../../numerics/cbrt.js';
import { referenceMaterial } from '../../tissues/referenceMaterial.js';
import { nuclidePointKernel } from '../pointKernels/nuclidePointKernel.js';
import { sphereSValue } from '../spheres/sphereSValue.js';
import type { DoseEngine, DoseRegion, DoseRequest, DoseResult } from './doseEngine.js';
import { modelUncertainty } from './modelUncertainty.js';
import { paintRegions } from './paintRegions.js';

/** Every region as a ball of its mass that knows nothing of the others. */
export const sphereEngine: DoseEngine = { name: 'sphere', compute: sphereDoses };

async function sphereDoses(request: DoseRequest): Promise<DoseResult> {
  const { spectrum, regions, timeIntegratedBqSPerMl } = request;
  const { densityGPerMl } = referenceMaterial('soft-tissue');
  const kernel = await nuclidePointKernel(spectrum, 'soft-tissue', densityGPerMl);
  const values = regions.map(({ mass }: DoseRegion) => sphereSValue(kernel, cbrt((mass * 1000 * 3) / (4 * Math.PI * densityGPerMl))));
  const paint = (dosesGy: readonly number[]): DoseResult['doseGy'] => paintRegions(timeIntegratedBqSPerMl.geometry, regions, dosesGy);
  const decays = regions.map(({ timeIntegratedActivity }) => timeIntegratedActivity as number);
  return {
    engine: 'sphere',
    doseGy: paint(values.map(({ sGyPerBqS, alphaPart }, index) => (sGyPerBqS - alphaPart) * (decays[index] ?? 0))),
    alphaDoseGy: spectrum.alphaEnergyMev === 0 ? null : paint(values.map(({ alphaPart }, index) => alphaPart * (decays[index] ?? 0))),
    statisticalUncertaintyGy: null,
    assumptions: [
      spectrum.chain.sentence,
      'Every region is a ball of soft tissue of its mass in an unbounded medium, evenly active; what other regions emit does not reach it.',
    ],
    modelUncertainty: modelUncertainty(spectrum, {
      photonUncertainty: 0.5,
      ownUncertainty: 0.02,
      reason: 'shape 2 %, photons of other regions left out',
    }),
  };
}
