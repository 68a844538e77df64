import type { CycleSources } from '../model/cycle.js';

/** What the half-life of a region in one cycle may come from. */
export type HalfLifeSources = Pick<CycleSources, 'cycle' | 'earlier' | 'facts' | 'nuclide' | 'radiopharmaceutical'>;
