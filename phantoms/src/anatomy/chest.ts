import { convexBody, type Vector } from '../geometry/convexBody.js';
import { cutBody } from '../geometry/cutBody.js';
import type { AnatomyPart } from './anatomyPart.js';

/** Ribs slope down towards the front. */
const SLOPE = (18 * Math.PI) / 180;
const ACROSS_RIBS: Vector = [0, -Math.sin(SLOPE), Math.cos(SLOPE)];
const RIB_SPACING_MM = 26;
const RIB_HALF_HEIGHT_MM = 5.5;

/** Ribs, breastbone, the space inside the rib cage, lungs and heart. */
export function chest(): AnatomyPart[] {
  const cage = convexBody('cylinder', { centre: [0, -2, 120], half: [146, 92, 280] });
  const inside = convexBody('cylinder', { centre: [0, -2, 120], half: [139, 85, 180] });
  const rings = [0, 1, 2, 3, 4, 5, 6, 7, 8].map(i => cutBody(cage, ACROSS_RIBS, [0, 0, 32 + RIB_SPACING_MM * i], RIB_HALF_HEIGHT_MM));
  const floating = [-1, -2].map(i =>
    cutBody(cutBody(cage, ACROSS_RIBS, [0, 0, 32 + RIB_SPACING_MM * i], RIB_HALF_HEIGHT_MM), [0, 1, 0], [0, 60, 0], 50),
  );
  const lung = (x: number): AnatomyPart => ({
    body: convexBody('ellipsoid', { centre: [x, 0, 205], half: [58, 70, 145] }),
    tissue: 'lung',
    source: null,
  });
  return [
    ...[...rings, ...floating].map((body): AnatomyPart => ({ body, tissue: 'rib', source: null })),
    { body: convexBody('box', { centre: [0, -90, 160], half: [17, 6, 70] }), tissue: 'vertebral bone', source: null },
    { body: inside, tissue: 'muscle', source: null },
    lung(-70),
    lung(70),
    { body: convexBody('ellipsoid', { centre: [30, -25, 160], half: [50, 45, 48] }), tissue: 'blood', source: null },
  ];
}
