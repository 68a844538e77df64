import { ABDOMINAL_ORGANS } from './abdominalOrgans.js';
import { EXTERIOR } from './exterior.js';
import { HEART } from './heart.js';
import { PELVIC_ORGANS } from './pelvicOrgans.js';
import { SKELETON } from './skeleton.js';
import type { StylisedRegion } from './stylisedRegion.js';
import { UPPER_ORGANS } from './upperOrgans.js';

/**
 * The stylised adult of Oak Ridge, region by region; a later one replaces what earlier ones put in its place.
 *
 * Source: M. Cristy and K. F. Eckerman, ORNL/TM-8381 volume 1 (1987), after M. Cristy, NUREG/CR-1159 (1980) and W. S. Snyder et al., MIRD Pamphlet 5 revised (1978): the
 * equations with the adult's numbers. Gallbladder, ovaries, uterus and skin are not drawn: they are soft tissue among soft tissue, so that photons pass as
 * in the report.
 */
export const STYLISED_ADULT: readonly StylisedRegion[] = [
  ...EXTERIOR,
  ...SKELETON,
  ...PELVIC_ORGANS,
  ...ABDOMINAL_ORGANS,
  ...HEART,
  ...UPPER_ORGANS,
];
