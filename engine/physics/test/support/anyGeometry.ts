import * as fc from 'fast-check';
import { rigidTransform, type Matrix3, type VolumeGeometry } from '@graywise/physics';

const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** Small volumes of every orientation: rotated anyhow, any of the axes flipped, so left-handed ones too. */
export const anyGeometry: fc.Arbitrary<VolumeGeometry> = fc
  .record({
    size: fc.tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 9 })),
    spacingMm: fc.tuple(number(0.5, 6), number(0.5, 6), number(0.5, 6)),
    originLps: fc.tuple(number(-500, 500), number(-500, 500), number(-500, 500)),
    rotationDegrees: fc.tuple(number(-180, 180), number(-90, 90), number(-180, 180)),
    flips: fc.tuple(fc.constantFrom(1, -1), fc.constantFrom(1, -1), fc.constantFrom(1, -1)),
  })
  .map(({ rotationDegrees, flips, ...geometry }) => {
    const m = rigidTransform({ rotationDegrees, translationMm: [0, 0, 0], centreLps: [0, 0, 0], from: '', to: '' }).matrixLps;
    const direction = [m[0], m[1], m[2], m[4], m[5], m[6], m[8], m[9], m[10]].map((cosine, at) => cosine * flips[at % 3]!);
    return { ...geometry, direction: direction as unknown as Matrix3, frameOfReferenceUid: '1.2' };
  });
