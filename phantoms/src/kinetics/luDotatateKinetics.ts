import { randomSource } from '../random/randomSource.js';
import type { BySource, SourceRegion } from '../anatomy/anatomyPart.js';
import { bySource } from '../anatomy/bySource.js';
import type { Kinetics } from './kinetics.js';
import { uptakeAndClearance } from './uptakeAndClearance.js';

type Range = readonly [number, number];

interface Population {
  /** Electron self-dose per administered activity, Gy/GBq. */
  readonly dose: Range;
  readonly uptake: Range;
  readonly slow: Range;
  readonly fast: Range;
  readonly fastShare: Range;
}

/**
 * Ranges from which a patient is drawn; half-lives in h. Doses per activity and half-lives lie within what Gupta 2013, Sandström 2013, Willowson 2018 and
 * Hänscheid 2018 report for 177Lu-DOTATATE; the shapes of the fast phases are assumptions of the phantom.
 */
const POPULATION = {
  kidney: { dose: [0.42, 0.68], uptake: [0.5, 1.5], slow: [42, 58], fast: [8, 16], fastShare: [0.05, 0.15] },
  liver: { dose: [0.18, 0.34], uptake: [1, 2.5], slow: [70, 95], fast: [8, 18], fastShare: [0.05, 0.15] },
  spleen: { dose: [0.8, 1.3], uptake: [1, 3], slow: [70, 95], fast: [8, 18], fastShare: [0.03, 0.1] },
  marrow: { dose: [0.025, 0.05], uptake: [1, 2], slow: [70, 90], fast: [4, 8], fastShare: [0.3, 0.5] },
  bowel: { dose: [0.08, 0.15], uptake: [3, 5], slow: [40, 60], fast: [10, 15], fastShare: [0, 0.1] },
  lesion: { dose: [2.5, 6], uptake: [2, 5], slow: [75, 110], fast: [20, 30], fastShare: [0, 0.05] },
} as const satisfies Record<string, Population>;

const MEMBERS: BySource<keyof typeof POPULATION> = {
  'kidney-left': 'kidney',
  'kidney-right': 'kidney',
  liver: 'liver',
  spleen: 'spleen',
  'red-marrow': 'marrow',
  'marrow elsewhere': 'marrow',
  bowel: 'bowel',
  'lesion-1': 'lesion',
  'lesion-2': 'lesion',
  'lesion-3': 'lesion',
};

export interface KineticsRequest {
  readonly seed: number;
  readonly cycle: number;
  readonly administeredBq: number;
  readonly electronEnergyJ: number;
  readonly massesKg: BySource<number>;
}

/**
 * The kinetics of every source region in one cycle.
 *
 * Both kidneys share their half-lives (so that the pair has one too) and differ by a few per cent in uptake; so do the two marrow regions, not at all in
 * concentration. From the second cycle on, organs change by a few per cent and lesions take up less.
 */
export function luDotatateKinetics(request: KineticsRequest): BySource<Kinetics> {
  return bySource(region => kineticsOf(region, request.massesKg[region], request));
}

function kineticsOf(region: SourceRegion, massKg: number, { seed, cycle, administeredBq, electronEnergyJ }: KineticsRequest): Kinetics {
  const member = MEMBERS[region];
  const population = POPULATION[member];
  const isLesion = member === 'lesion';
  const patient = randomSource(seed, 'kinetics', isLesion ? region : member);
  const change = randomSource(seed, 'kinetics', isLesion ? region : member, `cycle ${cycle}`);
  const draw = ([least, greatest]: Range): number => patient.between(least, greatest);
  const dose = draw(population.dose);
  const shape = {
    uptakeHalfLifeHours: draw(population.uptake),
    slowHalfLifeHours: draw(population.slow),
    fastHalfLifeHours: draw(population.fast),
    fastShare: draw(population.fastShare),
  };
  const doseChange = cycle === 1 ? 1 : isLesion ? change.between(0.65, 0.9) : change.between(0.94, 1.08);
  const halfLifeChange = cycle === 1 ? 1 : isLesion ? change.between(0.92, 1) : change.between(0.96, 1.04);
  const side = member === 'kidney' ? randomSource(seed, 'side', region).between(0.96, 1.04) : 1;
  const doseGy = dose * doseChange * side * administeredBq * 1e-9;
  const changed = { ...shape, slowHalfLifeHours: shape.slowHalfLifeHours * halfLifeChange };
  return uptakeAndClearance(changed, (doseGy * massKg) / electronEnergyJ);
}
