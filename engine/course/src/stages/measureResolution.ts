import { readEmissionVolume, type EmissionSeries } from '@graywise/dicom';
import {
  assertCalibrationFits,
  ballRecovery,
  days,
  fitRecoveryCurve,
  fitResolution,
  GraywiseError,
  instantAfter,
  makeEstimate,
  SUGGESTED_VALIDITY_DAYS,
  type Assumption,
  type FittedResolution,
  type ImageResolution,
  type MeasuredBall,
} from '@graywise/physics';
import type { CalibrationSource, CycleSources } from '../model/cycle.js';
import { latestCalibration } from './latestCalibration.js';

/** Single spheres may differ from the common Gaussian by this much of their activity. Suggested; the centre must confirm. */
const LARGEST_MISFIT = 0.05;
/** Two parameters, and one sphere more to see the scatter. */
const SPHERES_OF_A_CURVE = 3;

export interface MeasuredResolution {
  readonly resolution: ImageResolution | null;
  readonly assumptions: readonly Assumption[];
}

/**
 * The resolution of the emission images of a cycle: from the latest measured spheres of the facts, else as the facts state it, else null (rules C12, C13).
 *
 * Throws GW_RESOLUTION for spheres that give none, GW_CALIBRATION_MISMATCH for those of another camera or reconstruction, GW_CALIBRATION_EXPIRED.
 */
export async function measureResolution(sources: CycleSources): Promise<MeasuredResolution> {
  const spheres = latestCalibration(sources, kind => kind === 'spheres');
  if (spheres) return fromSpheres(sources, spheres);
  const { resolution: stated } = sources.facts;
  if (!stated) return { resolution: null, assumptions: [] };
  const fwhm = makeEstimate(stated.fwhmMm, [{ source: 'recovery', key: 'resolution:stated', standardUncertainty: stated.uncertaintyMm }]);
  return {
    resolution: { fwhm, basis: 'stated', spheres: [], recoveryCurve: null, source: null },
    assumptions: [sentence(`The resolution of the images, ${stated.fwhmMm.toFixed(1)} mm, is taken as the facts state it.`)],
  };
}

async function fromSpheres(sources: CycleSources, { facts, series }: CalibrationSource): Promise<MeasuredResolution> {
  const { diametersMm, centresLpsMm } = facts;
  if (diametersMm.length === 0 || diametersMm.length !== centresLpsMm.length)
    throw new GraywiseError('GW_RESOLUTION', { found: `${diametersMm.length} diameters and ${centresLpsMm.length} centres` });
  const fits = assertFits(sources, series, facts.validDays);
  const balls = diametersMm.map((diameterMm, index): MeasuredBall => ({ diameterMm, centreLpsMm: centresLpsMm[index] ?? [0, 0, 0] }));
  const fitted = fitResolution(await readEmissionVolume(series), balls);
  const { seriesInstanceUid } = series.reference;
  const fwhm = makeEstimate(fitted.fwhmMm, [
    { source: 'recovery', key: `resolution:${seriesInstanceUid}`, standardUncertainty: fitted.standardUncertainty },
  ]);
  const resolution: ImageResolution = {
    fwhm,
    basis: 'measured spheres',
    spheres: fitted.balls.map(({ diameterMm, fwhmMm, standardUncertainty, recovery, recoveryUncertainty }) => ({
      diameterMm,
      fwhmMm,
      fwhmUncertaintyMm: standardUncertainty,
      recovery,
      recoveryUncertainty,
    })),
    recoveryCurve: curveOf(fitted),
    source: series.reference,
  };
  return { resolution, assumptions: [...fits, ...inWords(fitted, series)].map(sentence) };
}

function assertFits(sources: CycleSources, series: EmissionSeries, validDays: number | null): string[] {
  const validUntil = instantAfter(series.start, days(validDays ?? SUGGESTED_VALIDITY_DAYS));
  const calibration = {
    factor: makeEstimate(1, []),
    nuclide: series.nuclide ?? sources.nuclide.name,
    camera: series.camera,
    acquiredAt: series.start,
    validUntil,
    highestCountRate: 0,
    source: series.reference,
  };
  const texts = sources.scans.flatMap(({ emission }) =>
    assertCalibrationFits(calibration, { camera: emission.camera, nuclide: sources.nuclide.name, at: emission.start }),
  );
  return [...new Set(texts)];
}

function curveOf({ balls }: FittedResolution): ImageResolution['recoveryCurve'] {
  const points = balls.map(({ diameterMm, recovery, recoveryUncertainty }) => ({
    volumeMl: (Math.PI * diameterMm * diameterMm * diameterMm) / 6000,
    recovery,
    standardUncertainty: recoveryUncertainty,
  }));
  const usable = points.filter(({ recovery, standardUncertainty }) => recovery > 0 && recovery < 1 && standardUncertainty > 0);
  return usable.length < SPHERES_OF_A_CURVE ? null : fitRecoveryCurve(usable);
}

function inWords({ fwhmMm, standardUncertainty, balls, largestMisfit }: FittedResolution, series: EmissionSeries): string[] {
  const widths = balls.map(ball => ball.fwhmMm);
  const range = `${Math.min(...widths).toFixed(1)} to ${Math.max(...widths).toFixed(1)} mm`;
  const [smallest] = [...balls].sort((a, b) => a.diameterMm - b.diameterMm);
  const shown = smallest ? `; the smallest shows ${(100 * ballRecovery(smallest.diameterMm, fwhmMm)).toFixed(0)} % of its activity` : '';
  const explained =
    largestMisfit <= LARGEST_MISFIT
      ? `One Gaussian explains all spheres to ${(100 * largestMisfit).toFixed(1)} % of their activity.`
      : `One Gaussian leaves up to ${(100 * largestMisfit).toFixed(0)} % of the activity of a sphere unexplained; small regions are less certain than stated.`;
  return [
    `The images have a resolution of ${fwhmMm.toFixed(2)} ± ${standardUncertainty.toFixed(2)} mm (full width at half maximum) by ${balls.length} spheres in "${series.description || series.folder}", singly ${range}${shown}.`,
    explained,
  ];
}

function sentence(text: string): Assumption {
  return { step: 'calibrate', text };
}
