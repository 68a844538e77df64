import { makeEstimate } from '../quantities/makeEstimate.js';
import { gray, type Becquerel } from '../quantities/quantity.js';
import type { ExpectedDose } from './expectedDose.js';
import { EXPECTED_DOSES } from './generated/expectedDoses.js';

/** A population's absorbed dose per activity: a lognormal by its median and the standard deviation of its logarithm for one more patient. */
export interface PopulationDose {
  readonly radiopharmaceutical: string;
  readonly regions: readonly string[];
  readonly medianGyPerGbq: number;
  readonly logDeviation: number;
  readonly source: string;
  readonly confirmed: boolean;
}

/**
 * The absorbed dose a population lets expect in a region for an administered activity (rule V3), or null when the tables have none. `confirmed` says
 * whether the values were checked against their publication. Names are compared without case, hyphens and the place of the mass number, so that
 * 177Lu-DOTATATE, Lu-177 DOTATATE and Lutetium Lu 177 dotatate are one; lesions of any number are 'lesion'.
 */
export function expectedRange(region: string, radiopharmaceutical: string, administered: Becquerel): ExpectedDose | null {
  const name = region.replace(/^lesion-\d+$/, 'lesion');
  const found = EXPECTED_DOSES.find(
    entry => entry.regions.includes(name) && ligandOf(entry.radiopharmaceutical) === ligandOf(radiopharmaceutical),
  );
  if (!found) return null;
  const median = gray((found.medianGyPerGbq * administered) / 1e9);
  const spread = {
    source: 'between-cycle variation',
    key: `between-patient:${name}`,
    standardUncertainty: median * found.logDeviation,
  } as const;
  return {
    basis: 'population',
    dose: makeEstimate(median, [spread], { distribution: 'lognormal' }),
    source: found.source,
    confirmed: found.confirmed,
  };
}

/** What is left of a name such as 177Lu-DOTA-TATE without nuclide and punctuation: 'dotatate'. Empty unless the nuclide is 177Lu. */
function ligandOf(radiopharmaceutical: string): string {
  const plain = radiopharmaceutical.toLowerCase().replace(/[^a-z0-9]/g, '');
  const withoutNuclide = plain.replace(/lutetium|177lu|lu177|177/g, '').replace(/^lu|lu$/, '');
  return /177/.test(plain) ? withoutNuclide.replace(/oxodotreotide|lutathera/, 'dotatate').replace(/vipivotidetetraxetan/, 'psma617') : '';
}
