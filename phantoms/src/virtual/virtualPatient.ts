import type { ConvexBody } from '../geometry/convexBody.js';
import { convexBody } from '../geometry/convexBody.js';
import type { Kinetics } from '../kinetics/kinetics.js';
import { remainderKinetics } from '../kinetics/remainderKinetics.js';
import { uptakeAndClearance, type UptakeAndClearance } from '../kinetics/uptakeAndClearance.js';
import { randomSource, type RandomSource } from '../random/randomSource.js';
import { lognormalDraw } from './lognormalDraw.js';
import {
  VIRTUAL_POPULATION,
  VIRTUAL_REGIONS,
  type VirtualEarlyPhase,
  type VirtualRegionName,
  type VirtualTissue,
} from './virtualPopulation.js';
import { normalDeviate } from './normalDeviate.js';

/** An organ or a lesion whose truth is known. */
export interface VirtualRegion {
  readonly name: VirtualRegionName;
  readonly volumeMl: number;
  readonly centreMm: readonly [number, number, number];
  readonly halfMm: readonly [number, number, number];
  readonly body: ConvexBody;
  /** Of cycle 1 and of cycle 2. */
  readonly kinetics: readonly [Kinetics, Kinetics];
}

/** A virtual patient of two cycles of 7.4 GBq: two regions in surroundings of uniform activity. */
export interface VirtualPatient {
  readonly seed: number;
  readonly regions: readonly VirtualRegion[];
  /** Of a mL of the surroundings. */
  readonly surroundings: Kinetics;
}

/** How kinetics change from one cycle to the next: standard deviations of the logarithms of the dose and of the half-life. */
export interface BetweenCycles {
  readonly dose: number;
  readonly halfLife: number;
}

export const VIRTUAL_DENSITY_G_PER_ML = 1.05;
const ADMINISTERED_GBQ = 7.4;
/** Surroundings hold the concentration of the rest of the body of the phantom times a factor in this range: muscle, or an organ beside the region. */
const SURROUNDINGS_FACTOR = [0.5, 3] as const;
const REST_OF_BODY_ML = 70000;
/** Half a gap between the two regions, and the middle of the box between them (mm). */
const HALF_GAP_MM = 12;

/**
 * The virtual patient of a seed. `electronEnergyJ` is that of a decay: amplitudes follow from the dose drawn, as if electrons stayed where they start. Early phases are
 * those of the population when none are given.
 */
export function virtualPatient(
  seed: number,
  electronEnergyJ: number,
  between: BetweenCycles,
  earlyPhases: Readonly<Record<VirtualRegionName, VirtualEarlyPhase>> = VIRTUAL_POPULATION,
): VirtualPatient {
  const [kidney, lesion] = VIRTUAL_REGIONS.map(name =>
    regionOf(name, { ...VIRTUAL_POPULATION[name], ...earlyPhases[name] }, seed, electronEnergyJ, between),
  );
  if (!kidney || !lesion) throw new RangeError('A virtual patient has two regions.');
  // one above the other, together in the middle of the box
  const shift = kidney.halfMm[2] - lesion.halfMm[2];
  const regions = [placed(kidney, -HALF_GAP_MM - kidney.halfMm[2] + shift), placed(lesion, HALF_GAP_MM + lesion.halfMm[2] + shift)];
  const random = randomSource(seed, 'virtual', 'surroundings');
  const factor = random.between(...SURROUNDINGS_FACTOR);
  return { seed, regions, surroundings: remainderKinetics((factor * ADMINISTERED_GBQ * 1e9) / REST_OF_BODY_ML, random) };
}

type Unplaced = Omit<VirtualRegion, 'centreMm' | 'body'>;

function placed(region: Unplaced, z: number): VirtualRegion {
  const centreMm = [0, 0, z] as const;
  return { ...region, centreMm, body: convexBody('ellipsoid', { centre: centreMm, half: region.halfMm }) };
}

function regionOf(name: VirtualRegionName, tissue: VirtualTissue, seed: number, electronEnergyJ: number, between: BetweenCycles): Unplaced {
  const random = randomSource(seed, 'virtual', name);
  const volumeMl = lognormalDraw(tissue.volumeMl, random);
  const radiusMm = Math.cbrt((3000 * volumeMl) / (4 * Math.PI));
  const [x, y] = tissue.axisRatios.map(range => random.between(...range)) as [number, number];
  const doseGy = lognormalDraw(tissue.dosePerActivity, random) * ADMINISTERED_GBQ;
  const shape: UptakeAndClearance = {
    slowHalfLifeHours: lognormalDraw(tissue.halfLifeHours, random),
    uptakeHalfLifeHours: random.between(...tissue.uptakeHours),
    fastHalfLifeHours: random.between(...tissue.fastHours),
    fastShare: random.between(...tissue.fastShare),
  };
  const massKg = (volumeMl * VIRTUAL_DENSITY_G_PER_ML) / 1000;
  const decays = (doseGy * massKg) / electronEnergyJ;
  const change = randomSource(seed, 'virtual', name, 'cycle 2');
  return {
    name,
    volumeMl,
    halfMm: [x * radiusMm, y * radiusMm, radiusMm / (x * y)],
    kinetics: [uptakeAndClearance(shape, decays), changedKinetics(shape, decays, between, change)],
  };
}

function changedKinetics(shape: UptakeAndClearance, decays: number, between: BetweenCycles, random: RandomSource): Kinetics {
  const doseFactor = Math.exp(between.dose * normalDeviate(random));
  const slow = shape.slowHalfLifeHours * Math.exp(between.halfLife * normalDeviate(random));
  // a half-life beyond that of the nuclide cannot be
  return uptakeAndClearance({ ...shape, slowHalfLifeHours: Math.min(slow, LONGEST_EFFECTIVE_HOURS) }, decays * doseFactor);
}

/** Just below the half-life of Lu-177. */
const LONGEST_EFFECTIVE_HOURS = 159;
