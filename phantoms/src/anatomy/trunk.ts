import { convexBody, type Vector } from '../geometry/convexBody.js';
import type { PointLps } from '@graywise/physics';
import type { RandomSource } from '../random/randomSource.js';
import type { AnatomyPart } from './anatomyPart.js';
import type { TissueName } from './tissues.js';

/** Skin, fat and muscle of chest, abdomen and hips. The patient lies on the back; the trunk goes on beyond every field of view. */
export function trunk(random: RandomSource): AnatomyPart[] {
  const fat = random.between(10, 20);
  const part = (kind: 'cylinder' | 'ellipsoid', centre: PointLps, half: Vector, tissue: TissueName): AnatomyPart => ({
    body: convexBody(kind, { centre, half }),
    tissue,
    source: null,
  });
  return [
    part('cylinder', [0, 0, -20], [152 + fat, 97 + fat, 400], 'fat'),
    part('ellipsoid', [0, 0, 210], [174 + fat, 106 + fat, 210], 'fat'),
    part('ellipsoid', [0, 6, -260], [176 + fat, 102 + fat, 170], 'fat'),
    part('cylinder', [0, 2, -20], [152, 97, 400], 'muscle'),
    part('ellipsoid', [0, 2, 210], [174, 106, 205], 'muscle'),
    part('ellipsoid', [0, 8, -260], [168, 98, 160], 'muscle'),
  ];
}
