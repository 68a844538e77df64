import type { Organ } from './findOrgan.js';

/** Specific absorbed fractions (1/kg) of electrons and of alpha particles, and the rule that they come from. */
export interface ChargedFraction {
  readonly electronPerKg: number;
  readonly alphaPerKg: number;
  readonly assumption: string;
}

/**
 * Shares of the energy emitted within one part of the skeleton that another absorbs; others absorb nothing.
 *
 * ICRP Publication 30, part 1 (1979), for radionuclides throughout the volume of bone; the marrow's own share of 1 is its upper bound.
 */
const WITHIN_SKELETON: readonly { source: string; target: string; electrons: number; alphas: number }[] = [
  { source: 'trabecular-bone', target: 'red-marrow', electrons: 0.35, alphas: 0.05 },
  { source: 'trabecular-bone', target: 'bone-surfaces', electrons: 0.025, alphas: 0.025 },
  { source: 'cortical-bone', target: 'bone-surfaces', electrons: 0.015, alphas: 0.01 },
];

const GRAMS_PER_KILOGRAM = 1000;

/**
 * Where electrons and alpha particles of a source organ end.
 *
 * In their organ, but for the electrons that leave its surface (`electronsStaying`, a share of energy); in the whole body they are spread evenly; the wall of
 * a hollow organ has half of the dose of what it holds from electrons (the dose at the surface of a half-space, ICRP Publication 30) and nothing from alpha
 * particles, whose range is far below the wall's. What reaches one organ from another that touches it is not counted.
 */
export function chargedFraction(source: Organ, target: Organ, electronsStaying: number): ChargedFraction {
  const inTarget = GRAMS_PER_KILOGRAM / target.massG;
  const inSource = GRAMS_PER_KILOGRAM / source.massG;
  if (source.name === target.name) {
    const bound = source.name === 'red-marrow' ? ': an upper bound, for some end in the bone trabeculae' : '';
    const percent = Number((100 * electronsStaying).toPrecision(4));
    const assumption = `Of the energy of electrons in ${source.name} ${percent} % is absorbed there, of alpha particles all${bound}.`;
    return { electronPerKg: electronsStaying * inTarget, alphaPerKg: inTarget, assumption };
  }
  if (target.name === 'whole-body') return both(inTarget, 'Electrons and alpha particles are absorbed in the whole body, all of them.');
  if (source.name === 'whole-body')
    return both(inSource, 'The activity is spread evenly through the whole body; electrons are absorbed where they arise.');
  if (target.contents === source.name) {
    const assumption = `The ${target.name} has half of the electron dose of the ${source.name}, the dose at their surface; alpha particles do not reach it.`;
    return { electronPerKg: inSource / 2, alphaPerKg: 0, assumption };
  }
  const share = WITHIN_SKELETON.find(row => row.source === source.name && row.target === target.name);
  if (share !== undefined) {
    const assumption = `Of the energy of electrons and alpha particles in ${source.name} the share of ICRP 30 is absorbed in ${target.name}: ${share.electrons} and ${share.alphas}.`;
    return { electronPerKg: share.electrons * inTarget, alphaPerKg: share.alphas * inTarget, assumption };
  }
  return both(0, 'Electrons and alpha particles that pass from one organ to another are not counted, touching organs included.');
}

function both(perKg: number, assumption: string): ChargedFraction {
  return { electronPerKg: perKg, alphaPerKg: perKg, assumption };
}
