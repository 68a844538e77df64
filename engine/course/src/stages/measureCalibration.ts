import { readEmissionVolume, type EmissionSeries } from '@graywise/dicom';
import { cameraCalibrationFactor, GraywiseError, makeEstimate, second, type Assumption, type CameraCalibration } from '@graywise/physics';
import type { CalibrationSource, CycleSources } from '../model/cycle.js';
import { latestCalibration } from './latestCalibration.js';

/**
 * Measures the camera calibration factor for the scans of a cycle from the latest acquisition made before the first scan (or, failing that, the first
 * one after it). Throws GW_NO_CALIBRATION, GW_UNIT_UNKNOWN when the acquisition is not in counts, GW_CALIBRATION_MISMATCH when other detectors looked.
 */
export async function measureCalibration(sources: CycleSources): Promise<{ calibration: CameraCalibration; assumptions: Assumption[] }> {
  const { facts, series } = chosen(sources);
  assertSameDetectors(series, sources);
  const counts = await readEmissionVolume(series);
  if (counts.unit !== 'counts') throw new GraywiseError('GW_UNIT_UNKNOWN', { where: 'the calibration acquisition', found: counts.unit });
  const measured = cameraCalibrationFactor({
    counts: { ...counts, unit: 'counts' },
    start: series.start,
    duration: second(series.durationSeconds),
    decayCorrectedTo: series.decayCorrectedTo,
    acquisitionSeconds: second(series.countingSeconds),
    halfLife: sources.nuclide.halfLife,
    deadTime: sources.facts.deadTime,
    detectors: series.detectors ?? 1,
    cylinder: {
      activity: makeEstimate(facts.activity, [
        {
          source: 'calibration',
          key: `calibration:assay:${series.reference.seriesInstanceUid}`,
          standardUncertainty: facts.activity * facts.relativeUncertainty,
        },
      ]),
      at: facts.at,
      volume: facts.kind === 'cylinder' ? facts.volume : null,
    },
    nuclide: series.nuclide ?? sources.nuclide.name,
    camera: series.camera,
    source: series.reference,
    validDays: facts.validDays,
  });
  const { factor, nuclide, camera, acquiredAt, validUntil, highestCountRate, source } = measured;
  const sentences = [
    `Camera calibration by the ${measured.method} method from "${series.description || series.folder}".`,
    ...(series.nuclide === null ? [`The calibration acquisition names no radionuclide; it is taken to be ${nuclide}.`] : []),
    ...measured.assumptions,
  ];
  return {
    calibration: { factor, nuclide, camera, acquiredAt, validUntil, highestCountRate, source },
    assumptions: sentences.map(text => ({ step: 'calibrate', text })),
  };
}

/** The counts of a scan are those of all its detectors together: a factor measured with one does not hold for two. */
function assertSameDetectors({ detectors }: EmissionSeries, { scans }: CycleSources): void {
  const other = scans.find(
    ({ emission }) => emission.unit === 'counts' && (emission.detectors ?? detectors) !== (detectors ?? emission.detectors),
  );
  if (!other) return;
  const words = (count: number | null): string => `${String(count)} detector${count === 1 ? '' : 's'}`;
  throw new GraywiseError('GW_CALIBRATION_MISMATCH', { expected: words(other.emission.detectors), found: words(detectors) });
}

function chosen(sources: CycleSources): CalibrationSource {
  const latest = latestCalibration(sources, kind => kind !== 'spheres');
  if (!latest) throw new GraywiseError('GW_NO_CALIBRATION', { where: 'the SPECT of this cycle, which is in counts' });
  return latest;
}
