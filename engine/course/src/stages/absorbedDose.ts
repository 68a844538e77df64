import { storableDose } from '@graywise/dicom';
import { DOSE_ENGINE_TITLES, doseVolumeHistogram, type Assumption } from '@graywise/physics';
import { chosenMapPattern } from '../dose/chosenMapPattern.js';
import { chooseDoseEngine } from '../dose/chooseDoseEngine.js';
import { doseRequestOf } from '../dose/doseRequestOf.js';
import { doseWith } from '../dose/doseWith.js';
import { regionDose } from '../dose/regionDose.js';
import { totalDose } from '../dose/totalDose.js';
import { voxelIntegrals } from '../dose/voxelIntegrals.js';
import type { CurvedCycle, DosedCycle, RegionDose } from '../model/cycle.js';
import { report, type StageTools } from './stageTools.js';

/**
 * Bq s -> Gy. One engine computes the dose of every voxel, chosen by rule D11 or by a person. A region's absorbed dose is the energy in its voxels over
 * its mass; the mean of its histogram weighs voxels by volume and so differs where the density varies.
 */
export async function absorbedDose(curved: CurvedCycle, tools: StageTools): Promise<DosedCycle> {
  report(tools, 'dose', 0, 'Time-integrated activity of every voxel');
  const map = chosenMapPattern(tools.answers);
  const ownIntegrals = map.pattern === 'voxel fits' ? await voxelIntegrals(curved, tools) : null;
  const request = await doseRequestOf(curved, ownIntegrals);
  const choice = chooseDoseEngine(request, tools.answers);
  const result = await doseWith(choice.engine, request, tools);
  const { assumptions, modelUncertainty, statisticalUncertaintyGy } = result;
  const dose = storableDose(totalDose(result));
  const doses = curved.curves.map((region): RegionDose => {
    report(tools, 'dose', 0.9, `Dose-volume histogram of ${region.mask.label}`);
    return { ...region, ...regionDose(curved, region, result), histogram: doseVolumeHistogram(dose, region.mask) };
  });
  const reason: Assumption = { step: 'dose', text: `${DOSE_ENGINE_TITLES[choice.engine]}: ${choice.reason}` };
  const ofMap: Assumption = {
    step: 'dose',
    text: `Inside regions the pattern of the map is that of a curve fitted in every voxel; noise biases such a curve, so that a region keeps the integral of its own. Chosen by a person: ${map.reason}.`,
  };
  return {
    ...curved,
    assumptions: [
      ...curved.assumptions,
      reason,
      ...(ownIntegrals ? [ofMap] : []),
      ...assumptions.map((text): Assumption => ({ step: 'dose', text })),
    ],
    doseMethod: { ...choice, assumptions, modelUncertainty },
    dose,
    doseStatistics: statisticalUncertaintyGy,
    doses,
    ...(ownIntegrals && { voxelIntegrals: ownIntegrals }),
  };
}
