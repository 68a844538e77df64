import { ELEMENT_NAMES } from '../nuclides/generated/elementNames.js';
import { findNuclideName } from '../nuclides/findNuclideName.js';

/** Other names of a ligand: brands and nonproprietary names. */
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/oxodotreotide/, 'dotatate'],
  [/edotreotide/, 'dotatoc'],
  [/vipivotidetetraxetan/, 'psma617'],
  [/zadavotideguraxetan/, 'psmait'],
];
/** Brands that name nuclide and ligand at once. */
const BRANDS: readonly (readonly [RegExp, string])[] = [
  [/lutathera/i, '177Lu-DOTATATE'],
  [/pluvicto/i, '177Lu-PSMA-617'],
];

/**
 * Whether two names are those of one radiopharmaceutical. Names are compared without case, hyphens and the place of the mass number, so that
 * 177Lu-DOTATATE, Lu-177 DOTA-TATE, [177Lu]Lu-DOTATATE, Lutetium Lu 177 dotatate and Lutathera are one. A name without a nuclide or without a ligand is
 * like none.
 */
export function sameRadiopharmaceutical(one: string, other: string): boolean {
  const key = keyOf(one);
  return key !== null && key === keyOf(other);
}

function keyOf(given: string): string | null {
  const name = BRANDS.find(([pattern]) => pattern.test(given))?.[1] ?? given;
  const nuclide = findNuclideName(name);
  if (nuclide === null) return null;
  const [symbol = '', mass = ''] = nuclide.toLowerCase().split('-');
  const element = (ELEMENT_NAMES[nuclide.split('-')[0] ?? ''] ?? symbol).toLowerCase();
  let ligand = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  for (const word of [element, `${mass}${symbol}`, `${symbol}${mass}`, mass]) ligand = ligand.replaceAll(word, '');
  ligand = ligand.replace(new RegExp(`^${symbol}|${symbol}$`), '');
  const [, alias = ligand] = ALIASES.find(([pattern]) => pattern.test(ligand)) ?? [];
  return ligand === '' ? null : `${nuclide}:${alias}`;
}
