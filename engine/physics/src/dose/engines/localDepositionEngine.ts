import { megaelectronvolt } from '../../quantities/quantity.js';
import { localDepositionDose } from '../localDepositionDose.js';
import { alphaAssumptions, alphaDose } from './alphaDose.js';
import type { DoseEngine } from './doseEngine.js';
import { modelUncertainty } from './modelUncertainty.js';

/** Electrons stay in their voxel, photons are left out (rules D1 to D3). */
export const localDepositionEngine: DoseEngine = {
  name: 'localDeposition',
  compute: request =>
    Promise.resolve({
      engine: 'localDeposition',
      doseGy: localDepositionDose({ ...request, energyPerDecay: megaelectronvolt(request.spectrum.electronEnergyMev) }),
      alphaDoseGy: alphaDose(request),
      statisticalUncertaintyGy: null,
      assumptions: [
        request.spectrum.chain.sentence,
        'Local deposition: beta particles, conversion and Auger electrons deposit all their energy in the voxel they start in; photons are left out.',
        ...alphaAssumptions(request),
      ],
      modelUncertainty: modelUncertainty(request.spectrum, { photonUncertainty: 1, reason: 'photons are left out' }),
    }),
};
