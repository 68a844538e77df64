import { rigidTransform, transformPoint, type PointLps } from '@graywise/physics';
import { bodySpan } from '../src/geometry/bodySpan.js';
import { convexBody, type ConvexBody } from '../src/geometry/convexBody.js';
import { cutBody } from '../src/geometry/cutBody.js';
import { gridGeometry } from '../src/geometry/gridGeometry.js';
import { movedBody } from '../src/geometry/movedBody.js';
import { paintSlice } from '../src/geometry/paintSlice.js';
import { regionVolumes } from '../src/geometry/regionVolumes.js';
import { turnedAxes } from '../src/geometry/turnedAxes.js';
import { randomSource } from '../src/random/randomSource.js';

const contains = (body: ConvexBody, [x, y, z]: PointLps): boolean => {
  const span = { entry: 0, exit: 0 };
  return bodySpan(body, y, z, span) && span.entry <= x && x <= span.exit;
};
const axes = turnedAxes([12, -20, 35]);
const bodies = {
  ellipsoid: convexBody('ellipsoid', { centre: [5, -3, 8], half: [30, 20, 11], axes }),
  cylinder: convexBody('cylinder', { centre: [5, -3, 8], half: [30, 20, 11], axes }),
  box: convexBody('box', { centre: [5, -3, 8], half: [30, 20, 11], axes }),
  cut: cutBody(convexBody('ellipsoid', { centre: [5, -3, 8], half: [30, 20, 11], axes }), [0, 0.6, 0.8], [0, 0, 10], 4),
};

describe('convex bodies', () => {
  it('hold the points that the definition of an ellipsoid holds', () => {
    const random = randomSource(1, 'points');
    for (let i = 0; i < 400; i++) {
      const offset = [random.between(-35, 35), random.between(-35, 35), random.between(-35, 35)] as const;
      const along = axes.map(axis => axis[0] * offset[0] + axis[1] * offset[1] + axis[2] * offset[2]);
      const inside = (along[0]! / 30) ** 2 + (along[1]! / 20) ** 2 + (along[2]! / 11) ** 2 <= 1;
      expect(contains(bodies.ellipsoid, [5 + offset[0], -3 + offset[1], 8 + offset[2]])).toBe(inside);
    }
  });

  it.each(Object.entries(bodies))('%s: lies within its box, and a rigid motion carries inside to inside', (_name, body) => {
    const motion = rigidTransform({ rotationDegrees: [4, -3, 2], translationMm: [7, -5, 11], centreLps: [1, 2, 3], from: 'a', to: 'b' });
    const moved = movedBody(body, motion.matrixLps);
    const random = randomSource(2, 'motion');
    for (let i = 0; i < 400; i++) {
      const point: PointLps = [random.between(-40, 50), random.between(-45, 40), random.between(-35, 50)];
      const inside = contains(body, point);
      expect(contains(moved, transformPoint(motion.matrixLps, point))).toBe(inside);
      if (inside) for (const axis of [0, 1, 2] as const) expect(point[axis] >= body.low[axis] && point[axis] <= body.high[axis]).toBe(true);
    }
  });

  it('have their analytic volumes', () => {
    const names = ['ellipsoid', 'cylinder', 'box'] as const;
    const found = (name: (typeof names)[number]): number => regionVolumes([bodies[name]], [name]).get(name) ?? 0;
    const product = 30 * 20 * 11;
    // 1.5 mm voxels with nine lines each; half sizes of 11 mm and more.
    expect(found('ellipsoid') / ((4 / 3) * Math.PI * product * 1e-3)).toBeCloseTo(1, 3);
    expect(found('cylinder') / (2 * Math.PI * product * 1e-3)).toBeCloseTo(1, 3);
    expect(found('box') / (8 * product * 1e-3)).toBeCloseTo(1, 3);
  });

  it('keep only what later bodies leave them', () => {
    const small = convexBody('ellipsoid', { centre: [5, -3, 8], half: [8, 8, 8] });
    const volumes = regionVolumes([bodies.cylinder, small], ['outer', 'inner']);
    const inner = (4 / 3) * Math.PI * 512e-3;
    expect(volumes.get('inner')).toBeCloseTo(inner, 2);
    expect(volumes.get('outer')).toBeCloseTo(2 * Math.PI * 6.6 - inner, 1);
  });
});

describe('painting', () => {
  const ball = convexBody('ellipsoid', { centre: [1.3, -0.7, 0.4], half: [20, 20, 20] });
  const sum = (sampling: 'centre' | number): number => {
    const geometry = gridGeometry([24, 24, 24], [2.5, 2.5, 2.5], [0, 0, 0], '');
    const slice = new Float32Array(24 * 24);
    let total = 0;
    for (let k = 0; k < 24; k++) {
      paintSlice([{ body: ball, value: 3 }], geometry, k, sampling, slice);
      for (const value of slice) total += value;
    }
    return (total * 2.5 ** 3) / 3;
  };

  it('keeps the volume: means over voxels to 0.1 %, values at centres to 1 %', () => {
    const volume = (4 / 3) * Math.PI * 8000;
    expect(sum(3) / volume).toBeCloseTo(1, 3);
    // About 2100 centres inside a ball: counting lattice points of a ball of radius 8 voxels is good to about half a per cent.
    expect(Math.abs(sum('centre') / volume - 1)).toBeLessThan(0.01);
  });
});
