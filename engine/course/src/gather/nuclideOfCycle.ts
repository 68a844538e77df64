import {
  findNuclideName,
  GraywiseError,
  inHours,
  nuclideData,
  warning,
  type AdministrationFacts,
  type Nuclide,
  type StepWarning,
} from '@graywise/physics';
import type { SourceScan } from '../model/cycle.js';

/** Stated half-lives may differ from the table by this share: cameras round, a wrong nuclide differs by far more. */
const HALF_LIFE_TOLERANCE = 0.02;

export interface NuclideOfCycle {
  readonly nuclide: Nuclide;
  readonly radiopharmaceutical: string;
  readonly warnings: readonly StepWarning[];
}

/**
 * The radionuclide of a cycle: the images and the facts must name the same one, and a stated half-life must be that of the decay tables.
 *
 * Throws GW_UNKNOWN_NUCLIDE, GW_FACTS_CONFLICT, GW_HALF_LIFE_CONFLICT. A missing half-life is taken from the tables with a warning.
 */
export function nuclideOfCycle(scans: readonly SourceScan[], administration: AdministrationFacts): NuclideOfCycle {
  const stated = findNuclideName(administration.radiopharmaceutical);
  const imaged = scans.map(({ emission }) => emission.nuclide).find(name => name !== null) ?? null;
  const nameless = scans.find(({ emission }) => emission.nuclide !== null && findNuclideName(emission.nuclide) === null);
  if (nameless) throw new GraywiseError('GW_UNKNOWN_NUCLIDE', { found: nameless.emission.nuclide ?? '' });
  const different = scans.find(({ emission }) => emission.nuclide !== null && emission.nuclide !== (stated ?? imaged));
  if (different) {
    throw new GraywiseError('GW_FACTS_CONFLICT', {
      where: 'the radionuclide',
      expected: stated ?? imaged ?? '',
      found: different.emission.nuclide ?? '',
    });
  }
  const radiopharmaceutical = administration.radiopharmaceutical || (scans[0]?.emission.radiopharmaceutical ?? '');
  const name = stated ?? imaged;
  if (name === null) throw new GraywiseError('GW_UNKNOWN_NUCLIDE', { found: radiopharmaceutical });
  const nuclide = nuclideData(name);
  const warnings: StepWarning[] = [];
  for (const { emission } of scans) {
    if (emission.statedHalfLife === null) continue;
    if (Math.abs(emission.statedHalfLife / nuclide.halfLife - 1) > HALF_LIFE_TOLERANCE) {
      throw new GraywiseError('GW_HALF_LIFE_CONFLICT', {
        nuclide: name,
        expected: inHours(nuclide.halfLife).toFixed(2),
        found: inHours(emission.statedHalfLife).toFixed(2),
      });
    }
  }
  if (scans.some(({ emission }) => emission.statedHalfLife === null)) {
    warnings.push({
      step: 'calibrate',
      ...warning('GW_HALF_LIFE_FROM_TABLE', { nuclide: name, found: inHours(nuclide.halfLife).toFixed(2) }),
    });
  }
  return { nuclide, radiopharmaceutical, warnings };
}
