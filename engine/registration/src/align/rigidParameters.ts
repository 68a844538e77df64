import type { ParameterMap } from '../platform/itkPlatform.js';

/** One run of elastix: both images are smoothed by a Gaussian with a sigma of half of `smoothing` voxels. */
export interface Resolution {
  readonly smoothing: number;
  readonly iterations: number;
  readonly samples: number;
}

/**
 * The runs of a registration, coarse to fine, on a grid of about 4 mm. Measured on a synthetic trunk (README of this package): to end at a smoothing of
 * 1 doubles the error at the organs, noise and interpolation being in the way, and more samples or iterations gain nothing.
 */
export const RESOLUTIONS: readonly Resolution[] = [
  { smoothing: 8, iterations: 128, samples: 2048 },
  { smoothing: 4, iterations: 128, samples: 2048 },
  { smoothing: 2, iterations: 250, samples: 4096 },
];

/**
 * elastix parameters of one run of a rigid registration.
 *
 * Mattes mutual information by adaptive stochastic gradient descent (Klein et al., Int J Comput Vis 2009;81:227-239). `seed` decides which points
 * are compared: same images and same seed, same result, bit for bit.
 */
export function rigidParameters({ smoothing, iterations, samples }: Resolution, seed: number): ParameterMap {
  const schedule = Array.from({ length: 3 }, () => String(smoothing));
  return {
    Registration: ['MultiResolutionRegistration'],
    NumberOfResolutions: ['1'],
    FixedImagePyramid: ['FixedSmoothingImagePyramid'],
    FixedImagePyramidSchedule: schedule,
    MovingImagePyramid: ['MovingSmoothingImagePyramid'],
    MovingImagePyramidSchedule: schedule,
    Transform: ['EulerTransform'],
    AutomaticScalesEstimation: ['true'],
    AutomaticTransformInitialization: ['false'],
    HowToCombineTransforms: ['Compose'],
    Metric: ['AdvancedMattesMutualInformation'],
    NumberOfHistogramBins: ['32'],
    Interpolator: ['LinearInterpolator'],
    Optimizer: ['AdaptiveStochasticGradientDescent'],
    AutomaticParameterEstimation: ['true'],
    MaximumNumberOfIterations: [String(iterations)],
    ImageSampler: ['RandomCoordinate'],
    NumberOfSpatialSamples: [String(samples)],
    NumberOfSamplesForExactGradient: ['4096'],
    NewSamplesEveryIteration: ['true'],
    CheckNumberOfSamples: ['true'],
    MaximumNumberOfSamplingAttempts: ['8'],
    RandomSeed: [String(seed)],
    ResampleInterpolator: ['FinalBSplineInterpolator'],
    // The resampled image is not used; nearest neighbour costs least.
    FinalBSplineInterpolationOrder: ['0'],
    Resampler: ['DefaultResampler'],
    WriteResultImage: ['false'],
  };
}
