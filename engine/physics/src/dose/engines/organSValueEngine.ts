import { cbrt } from '../../numerics/cbrt.js';
import { referenceMaterial } from '../../tissues/referenceMaterial.js';
import { ORGAN_TABLE } from '../organ/generated/organTable.js';
import { organSValue } from '../organ/organSValue.js';
import { wholeOrgan } from '../organ/wholeOrgan.js';
import { nuclidePointKernel } from '../pointKernels/nuclidePointKernel.js';
import { sphereSValue } from '../spheres/sphereSValue.js';
import type { DoseEngine, DoseRegion, DoseRequest, DoseResult } from './doseEngine.js';
import { modelUncertainty } from './modelUncertainty.js';
import { paintRegions } from './paintRegions.js';

/** Organs by the S-values of the stylised adult with the patient's masses, everything else as balls. */
export const organSValueEngine: DoseEngine = { name: 'organSValue', compute: organDoses };

interface RegionParts {
  readonly doseGy: number;
  readonly alphaGy: number;
}

async function organDoses(request: DoseRequest): Promise<DoseResult> {
  const { spectrum, regions, timeIntegratedBqSPerMl, organModel } = request;
  const parts = await Promise.all(regions.map(region => doseOf(region, request)));
  const paint = (values: readonly number[]): DoseResult['doseGy'] => paintRegions(timeIntegratedBqSPerMl.geometry, regions, values);
  const balls = regions.filter(region => organOf(region, request) === null).map(({ label }) => label);
  return {
    engine: 'organSValue',
    doseGy: paint(parts.map(({ doseGy }) => doseGy)),
    alphaDoseGy: spectrum.alphaEnergyMev === 0 ? null : paint(parts.map(({ alphaGy }) => alphaGy)),
    statisticalUncertaintyGy: null,
    assumptions: [
      spectrum.chain.sentence,
      `Organs are those of the stylised ${organModel.replace('-', ' ')} with the patient's masses, evenly active; activity outside all regions is left out.`,
      ...(balls.length > 0 ? [`No organ of the model, taken as balls of their mass: ${balls.join(', ')}.`] : []),
    ],
    modelUncertainty: modelUncertainty(spectrum, {
      photonUncertainty: 0.45,
      ownUncertainty: 0.02,
      reason: 'organs that are not those of the patient in shape and place',
    }),
  };
}

/** The name of a region that the model knows as an organ or as a side of one. */
function organOf({ name }: DoseRegion, { organModel }: DoseRequest): string | null {
  const organ = wholeOrgan(name);
  return ORGAN_TABLE.some(record => record.name === organ && record.referenceG[organModel] !== undefined) ? name : null;
}

/** Self-dose with the region's own mass, and what every other organ sends. */
async function doseOf(target: DoseRegion, request: DoseRequest): Promise<RegionParts> {
  const targetOrgan = organOf(target, request);
  if (targetOrgan === null) return ballDose(target, request);
  let [doseGy, alphaGy] = [0, 0];
  for (const source of request.regions) {
    const sourceOrgan = organOf(source, request);
    // what a kidney sends to the other is in the self-dose of each
    if (sourceOrgan === null || (source !== target && wholeOrgan(sourceOrgan) === wholeOrgan(targetOrgan))) continue;
    const { sGyPerBqS, alphaPart } = await organSValue({
      spectrum: request.spectrum,
      source: sourceOrgan,
      target: targetOrgan,
      model: request.organModel,
      targetMassG: target.mass * 1000,
      sourceMassG: source.mass * 1000,
    });
    doseGy += (sGyPerBqS - alphaPart) * source.timeIntegratedActivity;
    alphaGy += alphaPart * source.timeIntegratedActivity;
  }
  return { doseGy, alphaGy };
}

async function ballDose({ mass, timeIntegratedActivity }: DoseRegion, { spectrum }: DoseRequest): Promise<RegionParts> {
  const { densityGPerMl } = referenceMaterial('soft-tissue');
  const kernel = await nuclidePointKernel(spectrum, 'soft-tissue', densityGPerMl);
  const { sGyPerBqS, alphaPart } = sphereSValue(kernel, cbrt((mass * 1000 * 3) / (4 * Math.PI * densityGPerMl)));
  return { doseGy: (sGyPerBqS - alphaPart) * timeIntegratedActivity, alphaGy: alphaPart * timeIntegratedActivity };
}
