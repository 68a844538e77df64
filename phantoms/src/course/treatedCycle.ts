import type { Nuclide } from '@graywise/physics';
import type { BySource } from '../anatomy/anatomyPart.js';
import type { Kinetics } from '../kinetics/kinetics.js';
import { luDotatateKinetics } from '../kinetics/luDotatateKinetics.js';
import { remainderKinetics } from '../kinetics/remainderKinetics.js';
import { randomSource } from '../random/randomSource.js';
import type { PhantomVariant } from '../variants/phantomVariant.js';
import { variantKinetics, type ExtraSource } from '../variants/variantKinetics.js';
import { administration, type PhantomAdministration } from './administration.js';
import type { DigitalPatient } from './digitalPatient.js';
import { visits, type Visit } from './visit.js';

/** One cycle: what was given, how the body handled it, and when it was imaged. */
export interface TreatedCycle {
  readonly cycle: 1 | 2;
  readonly administration: PhantomAdministration;
  readonly kinetics: BySource<Kinetics>;
  readonly remainder: Kinetics;
  /** Places that a variant adds; none in a normal patient. */
  readonly extraSources: readonly ExtraSource[];
  readonly visits: readonly [Visit, ...Visit[]];
}

/** The cycle of a patient, drawn from the seed. */
export function treatedCycle(
  seed: number,
  cycle: 1 | 2,
  patient: DigitalPatient,
  nuclide: Nuclide,
  variant: PhantomVariant = 'normal',
): TreatedCycle {
  const given = administration(seed, cycle, nuclide.halfLife);
  const electronEnergyJ = nuclide.electronEnergyPerDecay;
  const normal = {
    kinetics: luDotatateKinetics({ seed, cycle, administeredBq: given.netBq, electronEnergyJ, massesKg: patient.massesKg }),
    remainder: remainderKinetics(given.netBq, randomSource(seed, 'kinetics', 'remainder')),
  };
  return {
    cycle,
    administration: given,
    ...variantKinetics(variant, normal, given.netBq),
    visits: visits(seed, cycle, given.start),
  };
}
