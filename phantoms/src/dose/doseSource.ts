import { SOURCE_REGIONS, type SourceRegion } from '../anatomy/anatomyPart.js';

/** Where decays are: the regions with kinetics of their own, and everything else of the body, evenly by mass. */
export type DoseSource = SourceRegion | 'remainder';

export const DOSE_SOURCES: readonly DoseSource[] = [...SOURCE_REGIONS, 'remainder'];
