import type { CycleSources, VerifiedCycle } from './model/cycle.js';
import { absorbedDose } from './stages/absorbedDose.js';
import { align } from './stages/align.js';
import { calibrate } from './stages/calibrate.js';
import { compare } from './stages/compare.js';
import { fitCurves } from './stages/fitCurves.js';
import { record } from './stages/record.js';
import { segment } from './stages/segment.js';
import type { StageTools } from './stages/stageTools.js';

/** What absorbed dose did this cycle deliver, how sure are we, and is it what we expected? From images to the record, one stage after the other. */
export async function verifyCycle(sources: CycleSources, tools: StageTools): Promise<VerifiedCycle> {
  const calibrated = await calibrate(sources, tools); // images -> Bq/mL
  const aligned = await align(calibrated, tools); // every scan on the grid of the reference scan
  const segmented = await segment(aligned, tools); // regions, their volumes and masses
  const curves = fitCurves(segmented, tools); // Bq at each scan -> Bq s
  const dosed = absorbedDose(curves, tools); // Bq s -> Gy
  const compared = compare(dosed); // delivered against planned and expected
  return record(compared); // the verification as it will stand in the archive
}
