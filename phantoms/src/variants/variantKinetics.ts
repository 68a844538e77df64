import type { BySource } from '../anatomy/anatomyPart.js';
import { bySource } from '../anatomy/bySource.js';
import type { Kinetics } from '../kinetics/kinetics.js';
import { extraPlaces, type ExtraPlace } from './variantAnatomy.js';
import type { PhantomVariant } from './phantomVariant.js';

/** A place of a variant with what it holds over time. */
export interface ExtraSource extends ExtraPlace {
  readonly kinetics: Kinetics;
}

/** How a body handled the activity of one cycle. */
export interface BodyKinetics {
  readonly kinetics: BySource<Kinetics>;
  readonly remainder: Kinetics;
  readonly extraSources: readonly ExtraSource[];
}

/** Share of the administered activity that runs into the tissue, and how it leaves: 2.3 h as in the published case, and a slow rest. Assumptions of the phantom. */
const EXTRAVASATED = { share: 0.2, fastHalfLifeHours: 2.3, slowShare: 0.1, slowHalfLifeHours: 40 };
/** The obstructed kidney holds more and keeps it; its pelvis fills over hours. Effective half-lives. Assumptions of the phantom. */
const OBSTRUCTED = { more: 1.3, slowHalfLifeHours: 115, pelvisShare: 0.008, pelvisUptakeHours: 8, pelvisHalfLifeHours: 120 };

/**
 * What a variant makes of a patient's kinetics.
 *
 * Extravasation: a fifth of the activity stays in the forearm and leaves it with 2.3 h, a tenth of that with 40 h; the rest of the body handles what
 * remains as it would have handled the whole (when the tissue releases it is not modelled). Obstructed kidney: the left kidney holds 1.3 times as much and
 * loses it with 115 h; its pelvis holds up to half a per cent of the administered activity.
 */
export function variantKinetics(variant: PhantomVariant, normal: Omit<BodyKinetics, 'extraSources'>, administeredBq: number): BodyKinetics {
  const extraSources = extraPlaces(variant).map(place => ({ ...place, kinetics: placeKinetics(place, administeredBq) }));
  if (variant === 'extravasation') {
    const rest = 1 - EXTRAVASATED.share;
    return { kinetics: bySource(region => scaled(normal.kinetics[region], rest)), remainder: scaled(normal.remainder, rest), extraSources };
  }
  if (variant === 'obstructed-kidney')
    return { ...normal, kinetics: { ...normal.kinetics, 'kidney-left': obstructed(normal.kinetics['kidney-left']) }, extraSources };
  return { ...normal, extraSources };
}

function placeKinetics({ name }: ExtraPlace, administeredBq: number): Kinetics {
  const term = (amplitudeBq: number, halfLifeHours: number): Kinetics['terms'][number] => ({
    amplitudeBq,
    ratePerSecond: Math.LN2 / (3600 * halfLifeHours),
  });
  if (name === 'injection-site') {
    const held = EXTRAVASATED.share * administeredBq;
    return {
      terms: [
        term(held * (1 - EXTRAVASATED.slowShare), EXTRAVASATED.fastHalfLifeHours),
        term(held * EXTRAVASATED.slowShare, EXTRAVASATED.slowHalfLifeHours),
      ],
      effectiveHalfLifeHours: EXTRAVASATED.slowHalfLifeHours,
    };
  }
  const held = OBSTRUCTED.pelvisShare * administeredBq;
  return {
    terms: [term(held, OBSTRUCTED.pelvisHalfLifeHours), term(-held, OBSTRUCTED.pelvisUptakeHours)],
    effectiveHalfLifeHours: OBSTRUCTED.pelvisHalfLifeHours,
  };
}

function scaled({ terms, effectiveHalfLifeHours }: Kinetics, factor: number): Kinetics {
  return { terms: terms.map(term => ({ ...term, amplitudeBq: term.amplitudeBq * factor })), effectiveHalfLifeHours };
}

/** The slowest phase slower still, all amplitudes larger; it still starts from nothing. */
function obstructed(kidney: Kinetics): Kinetics {
  const slowest = Math.min(...kidney.terms.map(({ ratePerSecond }) => ratePerSecond));
  const rate = Math.LN2 / (3600 * OBSTRUCTED.slowHalfLifeHours);
  return {
    terms: kidney.terms.map(({ amplitudeBq, ratePerSecond }) => ({
      amplitudeBq: amplitudeBq * OBSTRUCTED.more,
      ratePerSecond: ratePerSecond === slowest ? rate : ratePerSecond,
    })),
    effectiveHalfLifeHours: OBSTRUCTED.slowHalfLifeHours,
  };
}
