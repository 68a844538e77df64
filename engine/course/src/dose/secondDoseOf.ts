import { storableDose } from '@graywise/dicom';
import {
  compareDoses,
  type DoseComparison,
  type DoseEngineName,
  type DoseMethod,
  type GammaCriteria,
  type Volume,
} from '@graywise/physics';
import type { RegionDosePair } from '../engine/courseEngine.js';
import type { DosedCycle } from '../model/cycle.js';
import { report, type StageTools } from '../stages/stageTools.js';
import { doseRequestOf } from './doseRequestOf.js';
import { doseWith } from './doseWith.js';
import { regionDose } from './regionDose.js';
import { totalDose } from './totalDose.js';

/** What another engine makes of the same activity, beside the dose used. */
export interface SecondDose {
  readonly method: Pick<DoseMethod, 'engine' | 'assumptions' | 'modelUncertainty'>;
  readonly dose: Volume<'Gy'>;
  readonly regions: readonly RegionDosePair[];
  readonly gamma: Volume<'1'>;
  readonly comparison: DoseComparison;
}

/** Computes the dose of a cycle with another engine, unless that is `known`, and compares it voxel by voxel with the one used. */
export async function secondDoseOf(
  dosed: DosedCycle,
  engine: DoseEngineName,
  criteria: GammaCriteria,
  tools: StageTools,
  known: SecondDose | null,
): Promise<SecondDose> {
  const second = known ?? (await doseOfEngine(dosed, engine, tools));
  report(tools, 'dose', 0.9, 'Comparing the doses voxel by voxel');
  const regions = dosed.doses.map(({ mask }) => mask);
  return { ...second, ...compareDoses({ used: dosed.dose, other: second.dose, regions, criteria }) };
}

async function doseOfEngine(
  dosed: DosedCycle,
  engine: DoseEngineName,
  tools: StageTools,
): Promise<Pick<SecondDose, 'method' | 'dose' | 'regions'>> {
  const result = await doseWith(engine, await doseRequestOf(dosed, dosed.voxelIntegrals), tools);
  const { assumptions, modelUncertainty } = result;
  return {
    method: { engine, assumptions, modelUncertainty },
    dose: storableDose(totalDose(result)),
    regions: dosed.doses.map(region => ({
      name: region.name,
      used: region.absorbedDose,
      other: regionDose(dosed, region, result).absorbedDose,
    })),
  };
}
