import { readEmissionVolume } from '@graywise/dicom';
import {
  assertCalibrationFits,
  calibratedConcentration,
  cameraCalibrationFactor,
  concentrationAtScanStart,
  exactly,
  GraywiseError,
  makeEstimate,
  second,
  voxelVolume,
  type Assumption,
  type Becquerel,
  type CameraCalibration,
  type Estimate,
  type Volume,
} from '@graywise/physics';
import type { CalibratedCycle, CalibrationSource, CycleSources, SourceScan } from '../model/cycle.js';
import { report, type StageTools } from './stageTools.js';

/**
 * images -> Bq/mL. Counts are turned into activity concentration by the camera calibration that fits them; images that already are Bq/mL are
 * brought to the start of their scan.
 */
export async function calibrate(sources: CycleSources, tools: StageTools): Promise<CalibratedCycle> {
  const assumptions: Assumption[] = [];
  const concentrations: Volume<'Bq/mL'>[] = [];
  const becquerelPerCount: (number | null)[] = [];
  let calibration: CameraCalibration | null = null;
  for (const scan of sources.scans) {
    report(tools, 'calibrate', concentrations.length / sources.scans.length, `Reading scan ${String(scan.timePoint)}`);
    const image = await readEmissionVolume(scan.emission);
    if (isCounts(image)) {
      calibration ??= await calibrationFor(sources);
      assumptions.push(...fits(calibration, sources, scan));
      concentrations.push(calibratedConcentration(countsInput(image, scan, sources, calibration)));
      becquerelPerCount.push(calibration.factor.value / scan.emission.countingSeconds);
    } else if (image.unit === 'Bq/mL') {
      const { emission } = scan;
      const duration = second(emission.durationSeconds);
      concentrations.push(
        concentrationAtScanStart({
          concentration: image as Volume<'Bq/mL'>,
          decayCorrectedTo: emission.decayCorrectedTo,
          start: emission.start,
          duration,
          halfLife: sources.nuclide.halfLife,
        }),
      );
      becquerelPerCount.push(null);
    } else throw new GraywiseError('GW_UNIT_UNKNOWN', { where: `scan ${String(scan.timePoint)}`, found: image.unit });
  }
  if (calibration === null)
    assumptions.push({
      step: 'calibrate',
      text: 'The images state Bq/mL; the calibration of the camera was made before they were stored.',
    });
  return { ...sources, assumptions: [...sources.assumptions, ...unique(assumptions)], calibration, concentrations, becquerelPerCount };
}
