import { identityTransform, rigidTransform, type PointLps, type RigidTransform } from '@graywise/physics';
import { eulerMatrix } from '../src/align/eulerMatrix.js';
import { placedGeometry } from '../src/align/placedGeometry.js';
import { bodyAgreement } from '../src/quality/bodyAgreement.js';
import { fewestCounts } from '../src/quality/fewestCounts.js';
import { inverseConsistency } from '../src/quality/inverseConsistency.js';
import { judgeRegistration, type MeasuredRegistration } from '../src/quality/judgeRegistration.js';
import { motionOf } from '../src/quality/motionOf.js';
import { normalisedCrossCorrelation } from '../src/quality/normalisedCrossCorrelation.js';
import { indexToLps, transformPoint } from '@graywise/physics';
import { gridAbout } from './support/syntheticBody.js';

const move = (rotationDegrees: PointLps, translationMm: PointLps, from = 'F', to = 'M'): RigidTransform =>
  rigidTransform({ rotationDegrees, translationMm, centreLps: [10, -20, 30], from, to });

describe('normalisedCrossCorrelation', () => {
  it('is 1, -1 and the known value of a worked example', () => {
    expect(normalisedCrossCorrelation([1, 2, 4], [3, 5, 9])).toBeCloseTo(1, 15);
    expect(normalisedCrossCorrelation([1, 2, 4], [3, 1, -3])).toBeCloseTo(-1, 15);
    // Deviations (-1, 0, 1) and (-1, 1, 0): covariance 1, variances 2 and 2.
    expect(normalisedCrossCorrelation([0, 1, 2], [0, 2, 1])).toBeCloseTo(0.5, 15);
  });
  it('is 0 where there is nothing to compare', () => {
    expect(normalisedCrossCorrelation([], [])).toBe(0);
    expect(normalisedCrossCorrelation([5, 5, 5], [1, 2, 3])).toBe(0);
  });
});

describe('bodyAgreement', () => {
  const geometry = gridAbout([20, 20, 20], [4, 4, 4], 'F');
  const image = { geometry, data: Float32Array.from({ length: 8000 }, (_, n) => Math.sin(n)), body: new Uint8Array(8000).fill(1) };

  it('finds an image equal to itself, wholly shared', () => {
    expect(bodyAgreement(image, image, identityTransform('F'))).toEqual({
      similarity: expect.closeTo(1, 12) as number,
      overlap: 1,
      overlapMm: 80,
    });
  });
  it('measures what part of the body is shared, and its shortest side', () => {
    const { overlap, overlapMm } = bodyAgreement(
      image,
      image,
      rigidTransform({ rotationDegrees: [0, 0, 0], translationMm: [0, 0, 60], centreLps: [0, 0, 0], from: 'F', to: 'F' }),
    );
    expect(overlap).toBeCloseTo(0.25, 12);
    expect(overlapMm).toBe(20);
  });
  it('finds nothing shared far away', () => {
    const away = rigidTransform({ rotationDegrees: [0, 0, 0], translationMm: [0, 500, 0], centreLps: [0, 0, 0], from: 'F', to: 'F' });
    expect(bodyAgreement(image, image, away)).toEqual({ similarity: 0, overlap: 0, overlapMm: 0 });
  });
});

describe('geometry of a registration', () => {
  it('puts voxels where the transform brings them', () => {
    const grid = { ...gridAbout([5, 6, 7], [2, 3, 4], 'F'), direction: [0, 0, -1, 1, 0, 0, 0, -1, 0] as const };
    const moved = move([10, 20, 30], [4, 5, 6]);
    const expected = transformPoint(moved.matrixLps, indexToLps(grid, [3, 1, 6]));
    indexToLps(placedGeometry(grid, moved), [3, 1, 6]).forEach((value, axis) => expect(value).toBeCloseTo(expected[axis] ?? NaN, 10));
    expect(placedGeometry(grid, moved).frameOfReferenceUid).toBe('M');
  });

  it('reads an ITK Euler3D transform as R = Rz Rx Ry about its centre', () => {
    const type = { transformParameterization: 'Euler3D', parametersValueType: 'float64', inputDimension: 3, outputDimension: 3 } as const;
    const names = { name: '', inputSpaceName: '', outputSpaceName: '', numberOfParameters: 6, numberOfFixedParameters: 4 };
    const radians = [0.1, -0.2, 0.3];
    const found = eulerMatrix({
      ...names,
      transformType: type,
      parameters: Float64Array.of(...radians, 7, 8, 9),
      fixedParameters: Float64Array.of(10, -20, 30, 0),
    });
    const degrees = radians.map(angle => (angle * 180) / Math.PI) as unknown as PointLps;
    const about = (axis: 0 | 1 | 2, shift: PointLps): RigidTransform =>
      move([0, 1, 2].map(n => (n === axis ? degrees[axis] : 0)) as unknown as PointLps, shift, 'F', 'F');
    const expected = [about(1, [0, 0, 0]), about(0, [0, 0, 0]), about(2, [7, 8, 9])].reduce<PointLps>(
      (p, step) => transformPoint(step.matrixLps, p),
      [1, 2, 3],
    );
    transformPoint(found, [1, 2, 3]).forEach((value, axis) => expect(value).toBeCloseTo(expected[axis] ?? NaN, 12));
    expect(() =>
      eulerMatrix({
        ...names,
        transformType: { ...type, transformParameterization: 'Affine' },
        parameters: new Float64Array(12),
        fixedParameters: new Float64Array(3),
      }),
    ).toThrow('Euler3D');
  });

  it('measures shift at a point, turn, and what is left of there and back', () => {
    const there = move([0, 0, 12], [3, 4, 0]);
    expect(motionOf(there, [10, -20, 30]).translationMm).toBeCloseTo(5, 12);
    expect(motionOf(there, [0, 0, 0]).rotationDegrees).toBeCloseTo(12, 10);
    const back = { matrixLps: identityTransform('').matrixLps, fromFrameOfReferenceUid: 'M', toFrameOfReferenceUid: 'F' };
    expect(inverseConsistency(there, back, [[10, -20, 30]])).toBeCloseTo(5, 12);
  });

  it('counts the poorer scan, and nothing that is not in counts', () => {
    const volume = (unit: 'counts' | 'Bq/mL', value: number) => ({
      unit,
      geometry: gridAbout([2, 1, 1], [1, 1, 1], 'F'),
      data: Float32Array.of(value, value),
    });
    expect(fewestCounts(volume('counts', 5), volume('counts', 3))).toBe(6);
    expect(fewestCounts(volume('Bq/mL', 5), volume('Bq/mL', 3))).toBeNull();
  });
});

describe('judgeRegistration', () => {
  const good: MeasuredRegistration = {
    similarityBefore: 0.6, similarityAfter: 0.94, overlap: 0.97, overlapMm: 240, inverseConsistencyMm: 0.2, translationMm: 15, rotationDegrees: 4, counts: null,
  }; // prettier-ignore

  it('passes a good one, and one of a patient who did not move', () => {
    expect(judgeRegistration('CT', good)).toEqual([]);
    expect(judgeRegistration('CT', { ...good, similarityBefore: 0.942 })).toEqual([]);
  });

  it.each<[string, Partial<MeasuredRegistration>, RegExp]>([
    ['similarity below the floor', { similarityAfter: 0.7 }, /agree too little: similarity 0.70/],
    ['similarity that fell', { similarityBefore: 0.97 }, /agree less than before/],
    ['there and back apart', { inverseConsistencyMm: 2.3 }, /misses by 2.3 mm/],
    ['a long shift', { translationMm: 400 }, /400 mm/],
    ['a large turn', { rotationDegrees: 40 }, /40 degrees/],
    ['a slab', { overlapMm: 16 }, /16 mm of the body/],
    ['little overlap', { overlap: 0.2 }, /20 %/],
    ['few counts', { counts: 9000 }, /9000 counts are too few/],
  ])('names %s', (_title, change, reason) => {
    expect(judgeRegistration('CT', { ...good, ...change })).toEqual([expect.stringMatching(reason)]);
  });
});
