import { voxelKernelEngine } from '@graywise/kernels';
import { nuclideData, sourceSpectrum } from '@graywise/physics';
import { decaysOf } from '../../src/course/decaysOf.js';
import { digitalPatient } from '../../src/course/digitalPatient.js';
import { treatedCycle } from '../../src/course/treatedCycle.js';
import { TRUE_REGIONS } from '../../src/course/trueRegions.js';
import { doseOfParts } from '../../src/dose/doseOfParts.js';
import { trueDoseModel } from '../../src/dose/trueDoseModel.js';
import { trueDoseRequest } from '../../src/dose/trueDoseRequest.js';
import { gridGeometry } from '../../src/geometry/gridGeometry.js';

describe('the dose step alone', () => {
  // Finer voxels and Monte Carlo: phantoms/tools/compareDoseEngines.mjs, which writes docs/validation/dose-step.md.
  it('gives organs the true dose to 1 % when it is handed the true activity', async () => {
    const nuclide = nuclideData('Lu-177');
    const patient = digitalPatient(2);
    const decays = decaysOf(treatedCycle(2, 1, patient, nuclide));
    const truthOf = await trueDoseModel(patient, nuclide, { spacingMm: 5, historiesPerSource: 6000 });
    const grid = gridGeometry([80, 50, 84], [5, 5, 5], [0, 0, 0], '');
    const request = trueDoseRequest(patient, decays, await sourceSpectrum('Lu-177', 'parent alone'), grid);
    const result = await voxelKernelEngine.compute(request);
    for (const region of TRUE_REGIONS.filter(({ name }) => ['kidneys', 'liver', 'spleen'].includes(name))) {
      const { electronsGy, photonsGy, uncertaintyGy } = truthOf(region, decays);
      const trueGy = electronsGy + photonsGy;
      expect(uncertaintyGy / trueGy).toBeLessThan(0.002);
      expect(Math.abs(doseOfParts(request, result, region.parts).doseGy / trueGy - 1)).toBeLessThan(0.01);
    }
  });
});
