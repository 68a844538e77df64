import type { CycleResults, CycleSources } from './model/cycle.js';
import type { StageTools } from './stages/stageTools.js';

/**
 * What absorbed dose did this cycle deliver, how sure are we, and is it what we expected? From images to the record, one stage after the other.
 *
 * It stops after each stage with what was made, so that a person can look; what was made before is taken as it is and not made again. The code of a stage is
 * loaded when it is reached.
 */
export async function* verifyCycle(sources: CycleSources, tools: StageTools, made: CycleResults = {}): AsyncGenerator<CycleResults, void> {
  const { calibrate } = await import('./stages/calibrate.js');
  const calibrated = made.calibrate ?? (await calibrate(sources, tools)); // images -> Bq/mL
  yield { calibrate: calibrated };
  const { align } = await import('./stages/align.js');
  const aligned = made.align ?? (await align(calibrated, tools)); // every scan on the grid of the reference scan
  yield { align: aligned };
  const { segment } = await import('./stages/segment.js');
  const segmented = made.regions ?? (await segment(aligned, tools)); // regions, their volumes and masses
  yield { regions: segmented };
  const { fitCurves } = await import('./stages/fitCurves.js');
  const curves = made['time-activity'] ?? fitCurves({ ...segmented, earlier: sources.earlier }, tools); // Bq at each scan -> Bq s
  yield { 'time-activity': curves };
  const { absorbedDose } = await import('./stages/absorbedDose.js');
  const { measuredRegions } = await import('./stages/measuredRegions.js');
  const dosed = made.dose ?? (await measuredRegions(await absorbedDose(curves, tools))); // Bq s -> Gy
  yield { dose: dosed };
  const { compare } = await import('./stages/compare.js');
  const compared = made.verify ?? compare(dosed); // delivered against planned and expected
  yield { verify: compared };
  const { record } = await import('./stages/record.js');
  yield { record: made.record ?? record(compared, tools.answers) }; // the verification as it will stand in the archive
}
