import type { Nuclide } from '@graywise/physics';
import type { BySource } from '../anatomy/anatomyPart.js';
import type { Kinetics } from '../kinetics/kinetics.js';
import { luDotatateKinetics } from '../kinetics/luDotatateKinetics.js';
import { remainderKinetics } from '../kinetics/remainderKinetics.js';
import { randomSource } from '../random/randomSource.js';
import { administration, type PhantomAdministration } from './administration.js';
import type { DigitalPatient } from './digitalPatient.js';
import { visits, type Visit } from './visit.js';

/** One cycle: what was given, how the body handled it, and when it was imaged. */
export interface TreatedCycle {
  readonly cycle: 1 | 2;
  readonly administration: PhantomAdministration;
  readonly kinetics: BySource<Kinetics>;
  readonly remainder: Kinetics;
  readonly visits: readonly [Visit, ...Visit[]];
}

/** The cycle of a patient, drawn from the seed. */
export function treatedCycle(seed: number, cycle: 1 | 2, patient: DigitalPatient, nuclide: Nuclide): TreatedCycle {
  const given = administration(seed, cycle, nuclide.halfLife);
  const electronEnergyJ = nuclide.electronEnergyPerDecay;
  return {
    cycle,
    administration: given,
    kinetics: luDotatateKinetics({ seed, cycle, administeredBq: given.netBq, electronEnergyJ, massesKg: patient.massesKg }),
    remainder: remainderKinetics(given.netBq, randomSource(seed, 'kinetics', 'remainder')),
    visits: visits(seed, cycle, given.start),
  };
}
