import { GraywiseError } from '../../errors/GraywiseError.js';
import type { Volume } from '../../volume/volumeGeometry.js';
import { FWHM_PER_SIGMA } from './gaussianWidth.js';
import { ballRecovery } from './ballRecovery.js';
import { ballVoxels, type BallVoxel, type MeasuredBall } from './ballVoxels.js';
import { solveSymmetric } from './solveSymmetric.js';
import { tabulatedBall } from './tabulatedBall.js';

/** What one ball says alone, contrast and place being those of the common fit. */
export interface BallResolution {
  readonly diameterMm: number;
  readonly fwhmMm: number;
  /** From the scatter of its voxels. */
  readonly standardUncertainty: number;
  /** Share of its activity that the image shows inside its outline. */
  readonly recovery: number;
  readonly recoveryUncertainty: number;
}

/** The resolution of an image of hot balls of known size and place. */
export interface FittedResolution {
  readonly fwhmMm: number;
  /** Scatter of the voxels about the fit and the standard error of the mean over the balls, in quadrature. */
  readonly standardUncertainty: number;
  /** Values of the image inside and outside the balls, before the blur. */
  readonly inside: number;
  readonly outside: number;
  /** Where all balls lie relative to where they were stated to lie, mm. */
  readonly shiftMm: readonly [number, number, number];
  readonly balls: readonly BallResolution[];
  /** Largest difference between the recovery of a single ball and that of the common Gaussian. */
  readonly largestMisfit: number;
}

const START_FWHM_MM = 10;
const ITERATIONS = 20;
/** A Gaussian narrower than this share of a voxel cannot be told from none. */
const NARROWEST = 0.5;

/**
 * The resolution of a SPECT or PET image from hot balls (rule C12): the width of the isotropic Gaussian by which balls of the stated size, at the stated
 * places but for one common shift, become the image; least squares over the voxels around all balls, for the width, the shift, and the values inside and
 * outside.
 *
 * A voxel is taken as the value of the blurred distribution at its centre, so what the camera averages over its voxel is part of the width, once.
 * Each ball is then fitted alone for the width: the spread says how well one Gaussian stands for the camera. Throws GW_RESOLUTION when no width fits.
 */
export function fitResolution(image: Volume, balls: readonly MeasuredBall[]): FittedResolution {
  const voxels = ballVoxels(image, balls);
  const narrowest = NARROWEST * Math.min(...image.geometry.spacingMm);
  const fit = fitCommon(voxels, balls, narrowest);
  const single = balls.map((ball, index) =>
    fitAlone(
      voxels.filter(voxel => voxel.ball === index),
      balls,
      ball,
      fit,
      narrowest,
    ),
  );
  const mean = single.reduce((sum, { fwhmMm }) => sum + fwhmMm, 0) / single.length;
  const spread = single.length > 1 ? Math.sqrt(single.reduce((sum, { fwhmMm }) => sum + (fwhmMm - mean) ** 2, 0) / (single.length - 1)) : 0;
  const misfits = single.map(({ diameterMm, recovery }) => Math.abs(recovery - ballRecovery(diameterMm, fit.fwhmMm)));
  return {
    fwhmMm: fit.fwhmMm,
    standardUncertainty: Math.hypot(fit.standardUncertainty, spread / Math.sqrt(single.length)),
    inside: fit.inside + fit.outside,
    outside: fit.outside,
    shiftMm: fit.shift,
    balls: single,
    largestMisfit: Math.max(...misfits),
  };
}

interface CommonFit {
  readonly fwhmMm: number;
  readonly standardUncertainty: number;
  readonly inside: number;
  readonly outside: number;
  readonly shift: readonly [number, number, number];
}

/** Parameters: width (mm, FWHM), shift (3), contrast, outside. Levenberg's damping keeps the first steps inside the basin. */
function fitCommon(voxels: readonly BallVoxel[], balls: readonly MeasuredBall[], narrowest: number): CommonFit {
  const largest = voxels.reduce((most, { value }) => Math.max(most, value), 0);
  let parameters = [START_FWHM_MM, 0, 0, 0, largest, 0];
  let damping = 1e-3;
  let current = residuals(voxels, balls, parameters);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const step = solveSymmetric(damped(current.normal, damping), 6, [current.gradient])?.[0];
    if (!step || voxels.length < 12) throw new GraywiseError('GW_RESOLUTION', { found: `${voxels.length} voxels near the balls` });
    const tried = parameters.map((value, index) => value + (step[index] ?? 0));
    tried[0] = Math.max(narrowest, tried[0] ?? 0);
    const next = residuals(voxels, balls, tried);
    damping = next.squares <= current.squares ? damping / 10 : damping * 10;
    if (next.squares <= current.squares) [parameters, current] = [tried, next];
  }
  const [fwhmMm = 0, x = 0, y = 0, z = 0, inside = 0, outside = 0] = parameters;
  const variance = solveSymmetric(current.normal, 6, [[1, 0, 0, 0, 0, 0]])?.[0]?.[0];
  if (variance === undefined || !(inside > 0)) throw new GraywiseError('GW_RESOLUTION', { found: 'no hot balls where they are stated' });
  const scatter = current.squares / Math.max(1, voxels.length - 6);
  return { fwhmMm, standardUncertainty: Math.sqrt(variance * scatter), inside, outside, shift: [x, y, z] };
}

interface Residuals {
  readonly squares: number;
  readonly normal: number[];
  readonly gradient: number[];
}

function residuals(voxels: readonly BallVoxel[], balls: readonly MeasuredBall[], parameters: readonly number[]): Residuals {
  const [fwhm = 0, sx = 0, sy = 0, sz = 0, contrast = 0, outside = 0] = parameters;
  const delta = 1e-3 * fwhm;
  const profiles = balls.map(({ diameterMm }) => tabulatedBall(diameterMm, fwhm / FWHM_PER_SIGMA));
  const wider = balls.map(({ diameterMm }) => tabulatedBall(diameterMm, (fwhm + delta) / FWHM_PER_SIGMA));
  const normal = new Array<number>(36).fill(0);
  const gradient = new Array<number>(6).fill(0);
  let squares = 0;
  for (const { ball, offset, value } of voxels) {
    const [x, y, z] = [offset[0] - sx, offset[1] - sy, offset[2] - sz];
    const distance = Math.hypot(x, y, z);
    const profile = profiles[ball]?.(distance) ?? { value: 0, slope: 0 };
    const broader = wider[ball]?.(distance).value ?? 0;
    const inward = distance === 0 ? 0 : (-contrast * profile.slope) / distance;
    const row = [(contrast * (broader - profile.value)) / delta, inward * x, inward * y, inward * z, profile.value, 1];
    const residual = value - outside - contrast * profile.value;
    squares += residual * residual;
    row.forEach((a, i) => {
      gradient[i] = (gradient[i] ?? 0) + a * residual;
      row.forEach((b, j) => (normal[6 * i + j] = (normal[6 * i + j] ?? 0) + a * b));
    });
  }
  return { squares, normal, gradient };
}

function damped(normal: readonly number[], damping: number): number[] {
  return normal.map((value, index) => (index % 7 === 0 ? value * (1 + damping) : value));
}

/** One ball: only its width is free. */
function fitAlone(
  voxels: readonly BallVoxel[],
  balls: readonly MeasuredBall[],
  { diameterMm }: MeasuredBall,
  common: CommonFit,
  narrowest: number,
): BallResolution {
  let fwhmMm = common.fwhmMm;
  let found = { squares: 0, normal: [1], gradient: [0] } as Residuals;
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    found = residuals(voxels, balls, [fwhmMm, ...common.shift, common.inside, common.outside]);
    const step = (found.gradient[0] ?? 0) / (found.normal[0] ?? 1);
    fwhmMm = Math.min(3 * common.fwhmMm, Math.max(narrowest, fwhmMm + Math.max(-1, Math.min(1, step))));
  }
  const scatter = found.squares / Math.max(1, voxels.length - 1);
  const standardUncertainty = Math.sqrt(scatter / (found.normal[0] ?? 1));
  const recovery = ballRecovery(diameterMm, fwhmMm);
  const slope = (ballRecovery(diameterMm, fwhmMm * 1.001) - recovery) / (0.001 * fwhmMm);
  return { diameterMm, fwhmMm, standardUncertainty, recovery, recoveryUncertainty: Math.abs(slope) * standardUncertainty };
}
