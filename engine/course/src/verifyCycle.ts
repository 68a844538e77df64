import type { CycleResults, CycleSources } from './model/cycle.js';
import { absorbedDose } from './stages/absorbedDose.js';
import { align } from './stages/align.js';
import { calibrate } from './stages/calibrate.js';
import { compare } from './stages/compare.js';
import { fitCurves } from './stages/fitCurves.js';
import { record } from './stages/record.js';
import { segment } from './stages/segment.js';
import type { StageTools } from './stages/stageTools.js';

/**
 * What absorbed dose did this cycle deliver, how sure are we, and is it what we expected? From images to the record, one stage after the other.
 *
 * It stops after each stage with what was made, so that a person can look; what was made before is taken as it is and not made again.
 */
export async function* verifyCycle(sources: CycleSources, tools: StageTools, made: CycleResults = {}): AsyncGenerator<CycleResults, void> {
  const calibrated = made.calibrate ?? (await calibrate(sources, tools)); // images -> Bq/mL
  yield { calibrate: calibrated };
  const aligned = made.align ?? (await align(calibrated, tools)); // every scan on the grid of the reference scan
  yield { align: aligned };
  const segmented = made.regions ?? (await segment(aligned, tools)); // regions, their volumes and masses
  yield { regions: segmented };
  const curves = made['time-activity'] ?? fitCurves({ ...segmented, earlier: sources.earlier }, tools); // Bq at each scan -> Bq s
  yield { 'time-activity': curves };
  const dosed = made.dose ?? (await absorbedDose(curves, tools)); // Bq s -> Gy
  yield { dose: dosed };
  const compared = made.verify ?? compare(dosed); // delivered against planned and expected
  yield { verify: compared };
  yield { record: made.record ?? record(compared, tools.answers) }; // the verification as it will stand in the archive
}
