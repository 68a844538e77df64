import { readEmissionVolume, type EmissionSeries } from '@graywise/dicom';
import {
  assertCalibrationFits,
  calibratedConcentration,
  concentrationAtScanStart,
  fieldCountRate,
  second,
  warning,
  type Assumption,
  type CameraCalibration,
  type CountAcquisition,
  type StepWarning,
  type Volume,
} from '@graywise/physics';
import type { CalibratedCycle, CycleSources, SourceScan } from '../model/cycle.js';
import { measureCalibration } from './measureCalibration.js';
import { measureResolution } from './measureResolution.js';
import { report, type StageTools } from './stageTools.js';

/**
 * images -> Bq/mL. Counts become activity concentration by the camera calibration that fits them; images that already are Bq/mL are brought to the
 * start of their scan.
 */
export async function calibrate(sources: CycleSources, tools: StageTools): Promise<CalibratedCycle> {
  const assumptions: Assumption[] = [];
  const warnings: StepWarning[] = [];
  const concentrations: Volume<'Bq/mL'>[] = [];
  const becquerelPerCount: (number | null)[] = [];
  let calibration: CameraCalibration | null = null;
  for (const scan of sources.scans) {
    report(tools, 'calibrate', concentrations.length / sources.scans.length, `Reading scan ${String(scan.timePoint)}`);
    const image = (await readEmissionVolume(scan.emission)) as Volume<'counts'> | Volume<'Bq/mL'>;
    if (holdsCounts(image)) {
      if (calibration === null) {
        const measured = await measureCalibration(sources);
        calibration = measured.calibration;
        assumptions.push(...measured.assumptions);
      }
      const counted = countAcquisition(image, scan.emission, sources);
      assumptions.push(...fitting(calibration, scan, sources));
      warnings.push(...countRateWarnings(counted, calibration, scan));
      concentrations.push(calibratedConcentration({ ...counted, calibration, acceptCountRate: true }));
      becquerelPerCount.push(calibration.factor.value / scan.emission.countingSeconds);
    } else {
      concentrations.push(
        concentrationAtScanStart({ concentration: image, ...timingOf(scan.emission), halfLife: sources.nuclide.halfLife }),
      );
      becquerelPerCount.push(null);
    }
  }
  if (calibration === null)
    assumptions.push({
      step: 'calibrate',
      text: 'The images state Bq/mL: the camera was calibrated before they were stored, and the uncertainty of that and of the counts is not in the budget.',
    });
  report(tools, 'calibrate', 1, 'Resolution of the images');
  const measured = await measureResolution(sources);
  assumptions.push(...measured.assumptions);
  return {
    ...sources,
    assumptions: [...sources.assumptions, ...unique(assumptions)],
    warnings: [...sources.warnings, ...warnings],
    calibration,
    resolution: measured.resolution,
    concentrations,
    becquerelPerCount,
  };
}

function holdsCounts(image: Volume<'counts'> | Volume<'Bq/mL'>): image is Volume<'counts'> {
  return image.unit === 'counts';
}

function timingOf({
  start,
  durationSeconds,
  decayCorrectedTo,
}: EmissionSeries): Pick<CountAcquisition, 'start' | 'duration' | 'decayCorrectedTo'> {
  return { start, duration: second(durationSeconds), decayCorrectedTo };
}

function countAcquisition(counts: Volume<'counts'>, series: EmissionSeries, { facts, nuclide }: CycleSources): CountAcquisition {
  return {
    counts,
    ...timingOf(series),
    acquisitionSeconds: second(series.countingSeconds),
    halfLife: nuclide.halfLife,
    deadTime: facts.deadTime,
    detectors: series.detectors ?? 1,
  };
}

function fitting(calibration: CameraCalibration, { emission }: SourceScan, { nuclide }: CycleSources): Assumption[] {
  const texts = assertCalibrationFits(calibration, { camera: emission.camera, nuclide: nuclide.name, at: emission.start });
  return texts.map(text => ({ step: 'calibrate', text }));
}

/** Patients are hotter than calibration sources: a rate beyond the calibration's without a dead-time model is named on every figure's record. */
function countRateWarnings(counted: CountAcquisition, { highestCountRate }: CameraCalibration, { timePoint }: SourceScan): StepWarning[] {
  const { observed } = fieldCountRate(counted);
  if (counted.deadTime !== null || observed <= highestCountRate) return [];
  const found = (observed / 1000).toFixed(1);
  return [{ step: 'calibrate', ...warning('GW_COUNT_RATE', { timePoint, found, expected: (highestCountRate / 1000).toFixed(1) }) }];
}

function unique(assumptions: readonly Assumption[]): Assumption[] {
  return assumptions.filter(({ text }, index) => assumptions.findIndex(other => other.text === text) === index);
}
