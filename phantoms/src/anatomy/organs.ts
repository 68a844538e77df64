import type { PointLps } from '@graywise/physics';
import { convexBody, type Vector } from '../geometry/convexBody.js';
import { turnedAxes } from '../geometry/turnedAxes.js';
import type { RandomSource } from '../random/randomSource.js';
import type { AnatomyPart, SourceRegion } from './anatomyPart.js';
import type { TissueName } from './tissues.js';

/** Nominal volumes of the lesions, mL, and how much longer and flatter than a sphere they are. */
const LESION_VOLUMES_ML = { 'lesion-1': 3, 'lesion-2': 20, 'lesion-3': 60 } as const;
const LESION_SHAPE: Vector = [1.08, 1, 1 / 1.08];

/**
 * Liver, spleen (enlarged), kidneys and lesions, each a little larger or smaller and a little elsewhere for every seed.
 *
 * lesion-1 lies in the right lobe of the liver, lesion-2 in front of the lower caval vein, lesion-3 in the root of the mesentery.
 */
export function organs(random: RandomSource): AnatomyPart[] {
  const part = (source: SourceRegion, tissue: TissueName, centre: PointLps, half: Vector, tilt: Vector): AnatomyPart => {
    const scale = random.between(0.975, 1.025);
    const shift = (): number => random.between(-2.5, 2.5);
    return {
      body: convexBody('ellipsoid', {
        centre: [centre[0] + shift(), centre[1] + shift(), centre[2] + shift()],
        half: [half[0] * scale, half[1] * scale, half[2] * scale],
        axes: turnedAxes(tilt),
      }),
      tissue,
      source,
    };
  };
  const lesion = (source: keyof typeof LESION_VOLUMES_ML, centre: PointLps): AnatomyPart => {
    const radius = Math.cbrt((LESION_VOLUMES_ML[source] * 1000 * 3) / (4 * Math.PI));
    const half: Vector = [LESION_SHAPE[0] * radius, LESION_SHAPE[1] * radius, LESION_SHAPE[2] * radius];
    return part(source, 'lesion', centre, half, [random.between(-40, 40), random.between(-40, 40), random.between(-40, 40)]);
  };
  return [
    part('liver', 'liver', [-66, -2, 58], [66, 70, 79], [0, 0, 0]),
    part('liver', 'liver', [3, -38, 68], [64, 34, 36], [0, 6, 0]),
    part('spleen', 'spleen', [78, 16, 66], [40, 48, 50], [0, 0, 0]),
    part('kidney-left', 'kidney', [63, 36, -44], [28, 24.5, 54], [8, -9, 0]),
    part('kidney-right', 'kidney', [-62, 38, -58], [28, 24.5, 54], [8, 9, 0]),
    lesion('lesion-1', [-82, -8, 64]),
    lesion('lesion-2', [-32, -18, -46]),
    lesion('lesion-3', [20, -22, -104]),
  ];
}
