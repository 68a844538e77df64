import * as fc from 'fast-check';
import {
  composeTransforms,
  identityTransform,
  invertTransform,
  rigidTransform,
  transformPoint,
  type RigidTransform,
} from '@graywise/physics';

const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const triple = (limit: number): fc.Arbitrary<[number, number, number]> =>
  fc.tuple(number(-limit, limit), number(-limit, limit), number(-limit, limit));
const motion = (from: string, to: string): fc.Arbitrary<RigidTransform> =>
  fc
    .record({ rotationDegrees: triple(180), translationMm: triple(100), centreLps: triple(300) })
    .map(stated => rigidTransform({ ...stated, from, to }));

function expectSamePoint(a: readonly number[], b: readonly number[]): void {
  // 1e-9 mm: a few roundings of coordinates up to 2000 mm.
  a.forEach((value, axis) => expect(Math.abs(value - b[axis]!)).toBeLessThan(1e-9));
}

describe('RigidTransform', () => {
  it('X1 turns about the axes of LPS by the right hand, x first, and leaves the centre in place', () => {
    const quarter = (rotationDegrees: [number, number, number]): RigidTransform =>
      rigidTransform({ rotationDegrees, translationMm: [0, 0, 0], centreLps: [0, 0, 0], from: 'a', to: 'b' });
    expectSamePoint(transformPoint(quarter([0, 0, 90]).matrixLps, [1, 0, 0]), [0, 1, 0]);
    expectSamePoint(transformPoint(quarter([90, 0, 0]).matrixLps, [0, 1, 0]), [0, 0, 1]);
    expectSamePoint(transformPoint(quarter([0, 90, 0]).matrixLps, [0, 0, 1]), [1, 0, 0]);
    expectSamePoint(transformPoint(quarter([90, 0, 90]).matrixLps, [0, 1, 0]), [0, 0, 1]);
    fc.assert(
      fc.property(triple(180), triple(300), (rotationDegrees, centreLps) => {
        const turn = rigidTransform({ rotationDegrees, translationMm: [1, 2, 3], centreLps, from: 'a', to: 'b' });
        expectSamePoint(transformPoint(turn.matrixLps, centreLps), [centreLps[0] + 1, centreLps[1] + 2, centreLps[2] + 3]);
      }),
    );
  });

  it('X2 keeps distances', () => {
    fc.assert(
      fc.property(motion('a', 'b'), triple(500), triple(500), ({ matrixLps }, p, q) => {
        const [u, v] = [transformPoint(matrixLps, p), transformPoint(matrixLps, q)];
        const distance = (a: readonly number[], b: readonly number[]): number => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!);
        expect(Math.abs(distance(u, v) - distance(p, q))).toBeLessThan(1e-9);
      }),
    );
  });

  it('X3 composing applies the first, then the second; the inverse undoes', () => {
    fc.assert(
      fc.property(motion('a', 'b'), motion('b', 'c'), triple(500), (first, second, p) => {
        const both = composeTransforms(first, second);
        expect([both.fromFrameOfReferenceUid, both.toFrameOfReferenceUid]).toEqual(['a', 'c']);
        expectSamePoint(transformPoint(both.matrixLps, p), transformPoint(second.matrixLps, transformPoint(first.matrixLps, p)));
        expectSamePoint(transformPoint(composeTransforms(first, invertTransform(first)).matrixLps, p), p);
      }),
    );
    expect(transformPoint(identityTransform('a').matrixLps, [1, 2, 3])).toEqual([1, 2, 3]);
  });

  it('X4 refuses transforms that do not meet and matrices without an inverse', () => {
    expect(() => composeTransforms(identityTransform('a'), identityTransform('b'))).toThrow(
      expect.objectContaining({ code: 'GW_TRANSFORM_FRAMES' }),
    );
    const flat = { ...identityTransform('a'), matrixLps: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] } as RigidTransform;
    expect(() => invertTransform(flat)).toThrow(expect.objectContaining({ code: 'GW_GEOMETRY' }));
  });
});
