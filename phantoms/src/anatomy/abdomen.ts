import type { PointLps } from '@graywise/physics';
import { convexBody, type Vector } from '../geometry/convexBody.js';
import type { RandomSource } from '../random/randomSource.js';
import type { AnatomyPart, SourceRegion } from './anatomyPart.js';
import type { TissueName } from './tissues.js';

const SMALL_BOWEL_LOOPS = 12;
/** The third axis of a cylinder that lies across the patient. */
const ACROSS: readonly [Vector, Vector, Vector] = [
  [0, 1, 0],
  [0, 0, 1],
  [1, 0, 0],
];

/** Visceral fat, psoas muscles, stomach, colon and small bowel with their gas, and the great vessels. */
export function abdomen(random: RandomSource): AnatomyPart[] {
  const ellipsoid = (centre: PointLps, half: Vector, tissue: TissueName, source: SourceRegion | null = null): AnatomyPart => ({
    body: convexBody('ellipsoid', { centre, half }),
    tissue,
    source,
  });
  const upright = (centre: PointLps, half: Vector, tissue: TissueName, source: SourceRegion | null = null): AnatomyPart => ({
    body: convexBody('cylinder', { centre, half }),
    tissue,
    source,
  });
  const transverseColon = convexBody('cylinder', { centre: [0, -66, -38], half: [16, 16, 82], axes: ACROSS });
  const loops = Array.from({ length: SMALL_BOWEL_LOOPS }, () => smallBowelLoop(random, ellipsoid)).flat();
  return [
    ellipsoid([0, -12, -55], [128, 76, 150], 'fat'),
    upright([-36, 54, -90], [18, 20, 95], 'muscle'),
    upright([36, 54, -90], [18, 20, 95], 'muscle'),
    ...loops,
    upright([-102, -5, -95], [21, 21, 60], 'bowel content', 'bowel'),
    ellipsoid([-102, -14, random.between(-115, -75)], [13, 9, 24], 'air'),
    upright([104, 4, -105], [18, 18, 66], 'bowel content', 'bowel'),
    ellipsoid([104, -4, random.between(-140, -90)], [10, 8, 20], 'air'),
    { body: transverseColon, tissue: 'bowel content', source: 'bowel' },
    ellipsoid([random.between(-55, -20), -73, -38], [26, 8, 12], 'air'),
    ellipsoid([random.between(20, 55), -73, -38], [20, 8, 11], 'air'),
    ellipsoid([52, -42, 22], [40, 33, 50], 'bowel content'),
    ellipsoid([52, -62, random.between(15, 30)], [24, 11, 30], 'air'),
    ellipsoid([12, -6, -2], [58, 13, 13], 'kidney'),
    upright([10, 29, 30], [10, 10, 220], 'blood'),
    upright([-17, 29, 30], [11, 10, 220], 'blood'),
  ];
}

function smallBowelLoop(
  random: RandomSource,
  ellipsoid: (centre: PointLps, half: Vector, tissue: TissueName, source: SourceRegion | null) => AnatomyPart,
): AnatomyPart[] {
  const centre: PointLps = [random.between(-65, 65), random.between(-58, -12), random.between(-175, -70)];
  const half: Vector = [random.between(18, 30), random.between(11, 16), random.between(11, 16)];
  const gas: AnatomyPart[] =
    random.uniform() < 0.4 ? [ellipsoid([centre[0], centre[1] - 4, centre[2]], [half[0] / 2, half[1] / 2, half[2] / 2], 'air', null)] : [];
  return [ellipsoid(centre, half, 'bowel content', 'bowel'), ...gas];
}
