import { randomSource } from '../random/randomSource.js';
import { abdomen } from './abdomen.js';
import type { AnatomyPart } from './anatomyPart.js';
import { chest } from './chest.js';
import { organs } from './organs.js';
import { skeleton } from './skeleton.js';
import { trunk } from './trunk.js';

/** The body of one digital adult, in his own LPS frame (mm, the origin in front of the first lumbar vertebra), in the order of painting. */
export function luDotatateAnatomy(seed: number): AnatomyPart[] {
  return [
    ...trunk(randomSource(seed, 'trunk')),
    ...chest(),
    ...abdomen(randomSource(seed, 'abdomen')),
    ...skeleton(),
    ...organs(randomSource(seed, 'organs')),
  ];
}
