import {
  activityUnder,
  ballEdgeFactor,
  ballRecovery,
  blurredBall,
  fitRecoveryCurve,
  fitResolution,
  FWHM_PER_SIGMA,
  imageKernel,
  recoveredActivities,
  recoveryModel,
  recoveryOfCurve,
  type Volume,
  type VolumeGeometry,
} from '@graywise/physics';

type Point = readonly [number, number, number];

const cube = (size: number, spacingMm: number): VolumeGeometry => ({
  size: [size, size, size],
  spacingMm: [spacingMm, spacingMm, spacingMm],
  originLps: [0, 0, 0],
  direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  frameOfReferenceUid: '2.25.1',
});
function valuesOn({ size: [nx, ny, nz], spacingMm: [d] }: VolumeGeometry, value: (mm: Point) => number): Float32Array {
  const data = new Float32Array(nx * ny * nz);
  for (let k = 0, at = 0; k < nz; k++) for (let j = 0; j < ny; j++) for (let i = 0; i < nx; i++) data[at++] = value([i * d, j * d, k * d]);
  return data;
}
/** A blurred ball; nothing farther than eight standard deviations from its surface. */
const ball = (at: number, radius: number, sigma: number): number => (at > radius + 8 * sigma ? 0 : blurredBall(at, radius, sigma));
const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

describe('a ball in an image of Gaussian resolution', () => {
  // cases.json, pve-01: FWHM 12 mm, analytic convolution by quadrature, tolerance 1e-4
  it.each([
    [10, 0.15054, 0.255662],
    [13, 0.247854, 0.387886],
    [17, 0.368179, 0.522634],
    [22, 0.485212, 0.630384],
    [28, 0.583601, 0.709574],
    [37, 0.678665, 0.780218],
    [60, 0.798657, 0.864468],
  ])('C12: case pve-01, %p mm: recovery %p and edge factor %p', (diameter, recovery, edge) => {
    expect(Math.abs(ballRecovery(diameter, 12) / recovery - 1)).toBeLessThan(1e-4);
    expect(Math.abs(ballEdgeFactor(diameter, 12) / edge - 1)).toBeLessThan(1e-4);
  });

  it('C12: shows in its profile what its recovery says, and is itself without blur', () => {
    // Simpson's rule over the ball, 200 intervals: far below 1e-6
    const [radius, sigma, n] = [9, 3, 200];
    let sum = 0;
    for (let i = 0; i <= n; i++) {
      const r = (radius * i) / n;
      sum += (i === 0 || i === n ? 1 : i % 2 === 1 ? 4 : 2) * r * r * blurredBall(r, radius, sigma);
    }
    const share = ((sum * radius) / n / 3) * (3 / radius ** 3);
    expect(share).toBeCloseTo(ballRecovery(2 * radius, sigma * FWHM_PER_SIGMA), 7);
    expect(ballRecovery(20, 0)).toBe(1);
    expect(blurredBall(0, 1000, 1)).toBeCloseTo(1, 12);
  });
});

describe('the resolution from measured spheres', () => {
  const spheres = [10, 13, 17, 22, 28, 37].map((diameterMm, i) => ({
    diameterMm,
    centreLpsMm: [110 + 57.2 * Math.cos((i * Math.PI) / 3), 110 + 57.2 * Math.sin((i * Math.PI) / 3), 104.3] as Point,
  }));
  const image = (fwhm: number, noise: (index: number) => number = () => 0): Volume => {
    const geometry = cube(47, 4.8);
    const exact = valuesOn(geometry, at =>
      spheres.reduce(
        (sum, { diameterMm, centreLpsMm: [x, y, z] }) =>
          sum + 1000 * ball(distance(at, [x + 0.7, y - 0.4, z + 0.2]), diameterMm / 2, fwhm / FWHM_PER_SIGMA),
        20,
      ),
    );
    return { geometry, unit: 'counts', data: exact.map((value, index) => value + noise(index)) };
  };

  it('C12: finds width, contrast, background and a common shift', () => {
    const found = fitResolution(image(7.3), spheres);
    // the tabulated profile is straight over 0.05 mm: 1e-4 of the contrast
    expect(found.fwhmMm).toBeCloseTo(7.3, 2);
    expect(found.inside).toBeCloseTo(1020, 0);
    expect(found.outside).toBeCloseTo(20, 0);
    [0.7, -0.4, 0.2].forEach((shift, axis) => expect(found.shiftMm[axis]).toBeCloseTo(shift, 2));
    expect(found.largestMisfit).toBeLessThan(1e-3);
  });

  it('C12: is as uncertain as noise makes it, and the spheres singly agree within that', () => {
    const pseudo = (index: number): number => 40 * (((Math.sin(index * 12.9898) * 43758.5453) % 1) + 0.5 * Math.sin(index));
    const found = fitResolution(image(7.3, pseudo), spheres);
    expect(found.standardUncertainty).toBeGreaterThan(0.005);
    expect(Math.abs(found.fwhmMm - 7.3)).toBeLessThan(3 * found.standardUncertainty);
    found.balls.forEach(one => expect(Math.abs(one.fwhmMm - 7.3)).toBeLessThan(4 * one.standardUncertainty));
  });

  it('C12: refuses an image without them', () => {
    const empty = { ...image(7.3), data: new Float32Array(47 ** 3) };
    expect(() => fitResolution(empty, spheres)).toThrow(expect.objectContaining({ code: 'GW_RESOLUTION' }));
  });

  it('C13: a curve through recoveries that lie on one is that curve', () => {
    const on = (volumeMl: number) => 1 - 1 / (1 + (volumeMl / 6.84) ** 0.553);
    const points = [0.52, 1.15, 2.57, 5.58, 11.5, 26.5].map(volumeMl => ({ volumeMl, recovery: on(volumeMl), standardUncertainty: 0.02 }));
    const curve = fitRecoveryCurve(points);
    expect(curve.b[0]).toBeCloseTo(6.84, 5);
    expect(curve.b[1]).toBeCloseTo(0.553, 6);
    // SciPy curve_fit(absolute_sigma=True) on the same six points
    [0.23226872, -0.00434492, -0.00434492, 0.00098134].forEach((expected, i) =>
      expect(Math.abs((curve.covariance[i] ?? 0) / expected - 1)).toBeLessThan(2e-3),
    );
    const { byVolume, byParameters } = recoveryOfCurve(curve, 20);
    const step = 1e-5;
    expect(byVolume).toBeCloseTo((on(20 + step) - on(20 - step)) / (2 * step), 7);
    expect(byParameters[0]).toBeCloseTo((recoveryOfCurve({ ...curve, b: [6.84 + step, 0.553] }, 20).recovery - on(20)) / step, 5);
    expect(byParameters[1]).toBeCloseTo((recoveryOfCurve({ ...curve, b: [6.84, 0.553 + step] }, 20).recovery - on(20)) / step, 5);
  });
});

describe('the point spread on a grid', () => {
  it('C14: is a Gaussian on its own grid, and keeps its width but loses what is finer than two voxels where it was interpolated', () => {
    const own = imageKernel({ fwhmMm: 7, spacingMm: 2.4, interpolatedFromMm: null });
    const middle = (own.length - 1) / 2;
    const sigma = 7 / FWHM_PER_SIGMA;
    expect((own[middle + 1] ?? 0) / (own[middle] ?? 1)).toBeCloseTo(Math.exp(-(2.4 ** 2) / (2 * sigma ** 2)), 12);
    const carried = imageKernel({ fwhmMm: 7, spacingMm: 2.4, interpolatedFromMm: 4.8 });
    const centre = (carried.length - 1) / 2;
    // NumPy: inverse Fourier transform of exp(-s^2 w^2 / 2) sinc^4(a w / 2) 3 / (2 + cos a w), to the neglected tails
    [0.29812, 0.23349, 0.10442, 0.01645, -0.00496].forEach((expected, step) => expect(carried[centre + step]).toBeCloseTo(expected, 4));
    expect(carried.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
});

describe('activities by the geometric transfer matrix', () => {
  const geometry = cube(48, 2.5);
  const [fwhm, sigma] = [8, 8 / FWHM_PER_SIGMA];
  const balls = [
    { name: 'organ', centre: [45, 60, 60] as Point, radius: 26, value: 300 },
    { name: 'lesion', centre: [86, 60, 60] as Point, radius: 9, value: 2000 },
  ];
  const regions = balls.map(({ name, centre, radius }) => ({
    name,
    mask: Uint8Array.from(valuesOn(geometry, at => (distance(at, centre) < radius ? 1 : 0))),
  }));
  const density: Volume<'g/mL'> = { geometry, unit: 'g/mL', data: valuesOn(geometry, () => 1) };
  const background = 50;
  const image: Volume<'Bq/mL'> = {
    geometry,
    unit: 'Bq/mL',
    data: valuesOn(geometry, at =>
      balls.reduce((sum, { centre, radius, value }) => sum + (value - background) * ball(distance(at, centre), radius, sigma), background),
    ),
  };
  const model = recoveryModel({ regions, density, fwhmMm: fwhm });
  const whole = [...regions, { name: 'both', mask: regions[0]!.mask.map((voxel, at) => (voxel || regions[1]!.mask[at]! ? 1 : 0)) }];
  const scan = recoveredActivities(model, image, whole, { interpolatedFromMm: null });
  const found = (name: string) => scan.regions.find(region => region.name === name)!;
  const volumeMl = (index: number): number => regions[index]!.mask.reduce((sum, voxel) => sum + voxel, 0) * 2.5 ** 3 * 1e-3;

  it('C15: finds the true concentrations of neighbours in active tissue', () => {
    // a ball of whole voxels is not the ball: 0.5 % for a radius of ten voxels, 1.5 % for one of four
    expect(Math.abs(found('organ').activity / volumeMl(0) / 300 - 1)).toBeLessThan(0.005);
    expect(Math.abs(found('lesion').activity / volumeMl(1) / 2000 - 1)).toBeLessThan(0.015);
    // what it had to correct
    expect(found('lesion').measured / volumeMl(1)).toBeLessThan(1300);
  });

  it('C15: a union holds what its parts hold', () => {
    expect(found('both').activity).toBeCloseTo(found('organ').activity + found('lesion').activity, 6);
  });

  it('C15: leaves even activity as it is, whatever the resolution and the outline', () => {
    const even = { ...image, data: image.data.map(() => 100) };
    for (const { activity, measured, byFwhm, byOutline, name } of recoveredActivities(model, even, regions, {
      interpolatedFromMm: null,
    }).regions) {
      expect(Math.abs(activity / measured - 1)).toBeLessThan(1e-3);
      expect(Math.abs(byFwhm / activity)).toBeLessThan(1e-3);
      // activity follows the outline one to one
      expect(Math.abs((byOutline.get(name) ?? 0) / activity - 1)).toBeLessThan(0.01);
    }
  });

  it('C15: a region whose activity does not stay inside is not corrected', () => {
    const speck = { name: 'speck', mask: Uint8Array.from(valuesOn(geometry, at => (distance(at, [90, 60, 95]) < 3 ? 1 : 0))) };
    const small = recoveryModel({ regions: [...regions, speck], density, fwhmMm: fwhm });
    const [only] = recoveredActivities(small, image, [speck], { interpolatedFromMm: null }).regions;
    expect(only).toMatchObject({ corrected: false, byFwhm: 0 });
    expect(only!.activity).toBe(only!.measured);
  });

  it('C16: follows resolution and outline as a new calculation does', () => {
    const under = activityUnder(model, scan.shown, regions[1]!.mask);
    const none = new Map<string, number>();
    expect(under({ fwhmMm: 0, outlines: none })).toBeCloseTo(found('lesion').activity, 6);
    const wide = recoveryModel({ regions, density, fwhmMm: fwhm + 0.1 });
    const anew = recoveredActivities(wide, image, regions, { interpolatedFromMm: null }).regions[1]!.activity;
    // first order over a tenth of a millimetre; the surroundings end a little farther out, too
    expect(Math.abs((anew - found('lesion').activity) / (0.1 * found('lesion').byFwhm) - 1)).toBeLessThan(0.05);
    for (const name of ['organ', 'lesion']) {
      const step = 1e-4; // outwards and inwards: the slope is the mean of both
      const moved = (by: number): number => under({ fwhmMm: 0, outlines: new Map([[name, by]]) }) ?? NaN;
      const slope = (moved(step) - moved(-step)) / (2 * step);
      expect(Math.abs(slope - (found('lesion').byOutline.get(name) ?? 0)) / found('lesion').activity).toBeLessThan(1e-3);
    }
  });

  it("C16: a ball in cold surroundings follows its outline as phi / 2R - V R' / R says", () => {
    const [lesion] = regions.slice(1);
    const cold = { ...image, data: valuesOn(geometry, at => 2000 * ball(distance(at, balls[1]!.centre), 9, sigma)) };
    const air = { ...density, data: Float32Array.from(lesion!.mask) };
    const alone = recoveryModel({ regions: [lesion!], density: air, fwhmMm: fwhm });
    const [only] = recoveredActivities(alone, cold, [lesion!], { interpolatedFromMm: null }).regions;
    const [recovery, edge] = [ballRecovery(18, fwhm), ballEdgeFactor(18, fwhm)];
    // V dR/dV = d/3 dR/dd
    const slope = ((18 / 3) * (ballRecovery(18.001, fwhm) - ballRecovery(17.999, fwhm))) / 0.002;
    const expected = edge / (2 * recovery) - slope / recovery;
    // of whole voxels: four of them to the radius
    expect(Math.abs((only!.byOutline.get('lesion') ?? NaN) / only!.activity - expected)).toBeLessThan(0.05);
    expect(Math.abs(only!.activity / volumeMl(1) / 2000 - 1)).toBeLessThan(0.015);
  });
});
