import { convexBody } from '../geometry/convexBody.js';
import type { AnatomyPart } from './anatomyPart.js';

/** The couch of the scanner: a foam board in a carbon shell of 3 mm. It belongs to the scanner and stays where it is when the patient lies differently. */
export function couch(): AnatomyPart[] {
  const layer = (y: number, half: readonly [number, number], tissue: AnatomyPart['tissue']): AnatomyPart => ({
    body: convexBody('cylinder', { centre: [0, y, 0], half: [...half, 1000] }),
    tissue,
    source: null,
  });
  return [
    layer(62, [235, 78], 'couch shell'),
    layer(62, [232, 75], 'couch foam'),
    layer(40, [245, 77], 'couch shell'),
    layer(40, [245, 74], 'air'),
  ];
}
