import { identityTransform, rigidTransform } from '@graywise/physics';
import type { Alignment } from '../../src/align/alignRigid.js';
import { prepareCt } from '../../src/prepare/prepareCt.js';
import { gridAbout, syntheticCt } from '../support/syntheticBody.js';

/** The two images that native elastix and ours align: the golden value belongs to exactly these. */
export function goldenPair(): Alignment {
  const moved = rigidTransform({ rotationDegrees: [3, -2, 5], translationMm: [-7, 9, 6], centreLps: [0, 0, 0], from: 'F', to: 'M' });
  const fixed = prepareCt(syntheticCt(gridAbout([84, 60, 58], [5, 5, 5], 'F'), { seed: 11, couch: true }), 'scan 1');
  const moving = prepareCt(syntheticCt(gridAbout([84, 60, 58], [5, 5, 5], 'M'), { seed: 12, couch: true, moved }), 'scan 2');
  return { fixed, moving, start: { ...identityTransform('F'), toFrameOfReferenceUid: 'M' }, seed: 121212, onRun: () => undefined };
}
