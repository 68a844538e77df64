import { earlyPhaseOf } from '@graywise/physics';

/** A lognormal: its median and its coefficient of variation. Draws beyond `least` and `greatest` are drawn again. */
export interface LognormalSpread {
  readonly median: number;
  readonly variation: number;
  readonly least: number;
  readonly greatest: number;
}

type Range = readonly [number, number];

/** The hours after an administration: half-times of uptake and fast phase (h), share of the fast phase. Each is drawn evenly. */
export type VirtualEarlyPhase = Pick<VirtualTissue, 'uptakeHours' | 'fastHours' | 'fastShare'>;

/** One kind of region of the virtual population. Half-lives in h, effective; doses in Gy/GBq; volumes in mL. */
export interface VirtualTissue {
  readonly volumeMl: LognormalSpread;
  /** Half sizes along x, y and z over that of the ball of the same volume; drawn evenly. */
  readonly axisRatios: readonly [Range, Range];
  readonly dosePerActivity: LognormalSpread;
  readonly halfLifeHours: LognormalSpread;
  readonly uptakeHours: Range;
  readonly fastHours: Range;
  readonly fastShare: Range;
}

/** Effective half-lives stay below this: that of Lu-177 is 159.5 h. */
const LONGEST_HALF_LIFE = 150;

/**
 * What a virtual patient is drawn from.
 *
 * Half-lives: medians and standard deviations of Hänscheid 2018 (J Nucl Med 59:75; kidneys 51 and 9 h, tumours 77 and 16 h; recalled, the deviations are
 * assumptions of the notes). Kidney dose: 0.5 Gy/GBq, between Santoro 2018 (0.43, standard deviation 0.13) and Gupta 2013 (0.57, 0.09). Tumour dose: median 4 Gy/GBq, geometric standard
 * deviation 2.2 (assumption of the notes). Kidney volume: 155 mL as that of the phantom lu-dotatate, 20 % between patients; lesions 20 mL, geometric standard
 * deviation 2 (assumptions). Early phases: over the ranges that the engine assumes of hours that no scan shows (rule T6), as every other error is as large as the engine
 * states it.
 */
export const VIRTUAL_POPULATION = {
  'kidney-left': {
    volumeMl: { median: 155, variation: 0.2, least: 90, greatest: 200 },
    axisRatios: [
      [0.8, 0.9],
      [0.85, 0.95],
    ],
    dosePerActivity: { median: 0.5, variation: 0.25, least: 0.2, greatest: 1.1 },
    halfLifeHours: { median: 51, variation: 9 / 51, least: 20, greatest: LONGEST_HALF_LIFE },
    ...earlyPhaseOf('kidney-left'),
  },
  'lesion-1': {
    volumeMl: { median: 20, variation: 0.79, least: 4, greatest: 60 },
    axisRatios: [
      [0.9, 1.1],
      [0.9, 1.1],
    ],
    dosePerActivity: { median: 4, variation: 0.93, least: 1, greatest: 20 },
    halfLifeHours: { median: 77, variation: 16 / 77, least: 30, greatest: LONGEST_HALF_LIFE },
    ...earlyPhaseOf('lesion-1'),
  },
} as const satisfies Record<string, VirtualTissue>;

export type VirtualRegionName = keyof typeof VIRTUAL_POPULATION;

/** The narrower early phases of the phantom lu-dotatate (assumptions too). */
export const PHANTOM_EARLY_PHASES: Readonly<Record<VirtualRegionName, VirtualEarlyPhase>> = {
  'kidney-left': { uptakeHours: [0.5, 1.5], fastHours: [8, 16], fastShare: [0.05, 0.15] },
  'lesion-1': { uptakeHours: [2, 5], fastHours: [20, 30], fastShare: [0, 0.05] },
};

/** The regions of a virtual patient, in order. */
export const VIRTUAL_REGIONS: readonly VirtualRegionName[] = ['kidney-left', 'lesion-1'];
