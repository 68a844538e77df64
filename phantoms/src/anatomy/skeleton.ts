import type { PointLps } from '@graywise/physics';
import { convexBody, type BodyPose, type Vector } from '../geometry/convexBody.js';
import { turnedAxes } from '../geometry/turnedAxes.js';
import type { AnatomyPart, SourceRegion } from './anatomyPart.js';

const PITCH_MM = 32;
/** Height of the first lumbar vertebra; the fifth is four pitches lower. */
const FIRST_LUMBAR_MM = 0;
const SPINE_Y_MM = 56;

/** Spine from the fifth lumbar vertebra upwards, sacrum and iliac wings. The marrow of L1 to L5 is the region `red-marrow`. */
export function skeleton(): AnatomyPart[] {
  const discs: AnatomyPart = {
    body: convexBody('cylinder', { centre: [0, SPINE_Y_MM, 40], half: [20, 14.5, 200] }),
    tissue: 'disc',
    source: null,
  };
  const canal: AnatomyPart = {
    body: convexBody('cylinder', { centre: [0, 80, 40], half: [9, 8, 260] }),
    tissue: 'bowel content',
    source: null,
  };
  const heights = [-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7].map(i => FIRST_LUMBAR_MM + PITCH_MM * i);
  return [discs, ...heights.flatMap(arch), canal, ...heights.flatMap(vertebra), ...pelvis()];
}

function bone(kind: 'box' | 'cylinder' | 'ellipsoid', pose: BodyPose): AnatomyPart {
  return { body: convexBody(kind, pose), tissue: 'vertebral bone', source: null };
}

function arch(z: number): AnatomyPart[] {
  return [
    bone('box', { centre: [0, 74, z], half: [36, 4, 5] }),
    bone('ellipsoid', { centre: [0, 82, z], half: [18, 14, 10] }),
    bone('box', { centre: [0, 92, z - 6], half: [3.5, 11, 8] }),
  ];
}

/** A vertebral body with its marrow, tilted by up to 9 degrees as the curve of the spine has it. */
function vertebra(z: number): AnatomyPart[] {
  const source: SourceRegion = z <= FIRST_LUMBAR_MM ? 'red-marrow' : 'marrow elsewhere';
  const axes = turnedAxes([-4 - 5 * Math.cos((0.6 * (z - FIRST_LUMBAR_MM)) / PITCH_MM), 0, 0]);
  return [
    bone('cylinder', { centre: [0, SPINE_Y_MM, z], half: [22, 16, 12.5], axes }),
    { body: convexBody('cylinder', { centre: [0, SPINE_Y_MM, z], half: [19.5, 13.5, 10.5], axes }), tissue: 'spongiosa', source },
  ];
}

function pelvis(): AnatomyPart[] {
  const pair = (centre: PointLps, half: Vector, degrees: number): AnatomyPart[] => {
    const axes = turnedAxes([0, 0, degrees]);
    const marrow: Vector = [half[0] - 4, half[1] - 4, half[2] - 4];
    return [
      bone('ellipsoid', { centre, half, axes }),
      { body: convexBody('ellipsoid', { centre, half: marrow, axes }), tissue: 'spongiosa', source: 'marrow elsewhere' },
    ];
  };
  return [...pair([0, 62, -195], [46, 22, 46], 0), ...pair([-92, 30, -195], [10, 54, 62], 28), ...pair([92, 30, -195], [10, 54, 62], -28)];
}
