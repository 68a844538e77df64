import type { CycleResults, CycleSources } from './model/cycle.js';
import type { StageTools } from './stages/stageTools.js';

const stages = {
  calibrate: () => import('./stages/calibrate.js'),
  align: () => import('./stages/align.js'),
  segment: () => import('./stages/segment.js'),
  fitCurves: () => import('./stages/fitCurves.js'),
  absorbedDose: () => import('./stages/absorbedDose.js'),
  measuredRegions: () => import('./stages/measuredRegions.js'),
  compare: () => import('./stages/compare.js'),
  record: () => import('./stages/record.js'),
};

/** Loads the code of every stage ahead of its turn. */
export async function loadStages(): Promise<void> {
  await Promise.all(Object.values(stages).map(load => load()));
}

/**
 * What absorbed dose did this cycle deliver, how sure are we, and is it what we expected? From images to the record, one stage after the other.
 *
 * It stops after each stage with what was made, so that a person can look; what was made before is taken as it is and not made again. The code of a stage is
 * loaded when it is reached.
 */
export async function* verifyCycle(sources: CycleSources, tools: StageTools, made: CycleResults = {}): AsyncGenerator<CycleResults, void> {
  const { calibrate } = await stages.calibrate();
  const calibrated = made.calibrate ?? (await calibrate(sources, tools)); // images -> Bq/mL
  yield { calibrate: calibrated };
  const { align } = await stages.align();
  const aligned = made.align ?? (await align(calibrated, tools)); // every scan on the grid of the reference scan
  yield { align: aligned };
  const { segment } = await stages.segment();
  const segmented = made.regions ?? (await segment(aligned, tools)); // regions, their volumes and masses
  yield { regions: segmented };
  const { fitCurves } = await stages.fitCurves();
  const curves = made['time-activity'] ?? fitCurves({ ...segmented, earlier: sources.earlier }, tools); // Bq at each scan -> Bq s
  yield { 'time-activity': curves };
  const { absorbedDose } = await stages.absorbedDose();
  const { measuredRegions } = await stages.measuredRegions();
  const dosed = made.dose ?? (await measuredRegions(await absorbedDose(curves, tools))); // Bq s -> Gy
  yield { dose: dosed };
  const { compare } = await stages.compare();
  const compared = made.verify ?? compare(dosed); // delivered against planned and expected
  yield { verify: compared };
  const { record } = await stages.record();
  yield { record: made.record ?? record(compared, tools.answers) }; // the verification as it will stand in the archive
}
