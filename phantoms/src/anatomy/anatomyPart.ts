import type { ConvexBody } from '../geometry/convexBody.js';
import type { TissueName } from './tissues.js';

/** The regions with kinetics of their own. Everything else of the body is the remainder. `marrow elsewhere` has the concentration of `red-marrow`. */
export const SOURCE_REGIONS = [
  'kidney-left',
  'kidney-right',
  'liver',
  'spleen',
  'red-marrow',
  'marrow elsewhere',
  'bowel',
  'lesion-1',
  'lesion-2',
  'lesion-3',
] as const;

export type SourceRegion = (typeof SOURCE_REGIONS)[number];

/** One value for each source region. */
export type BySource<T> = Readonly<Record<SourceRegion, T>>;

/** One body of an anatomy. A later part replaces what earlier ones put in its place, in the CT and in the activity. `source` null: the remainder. */
export interface AnatomyPart {
  readonly body: ConvexBody;
  readonly tissue: TissueName;
  readonly source: SourceRegion | null;
}
