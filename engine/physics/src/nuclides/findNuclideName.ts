import { ELEMENT_NAMES } from './generated/elementNames.js';
import { NUCLIDE_CODES } from './generated/nuclideCodes.js';
import { NUCLIDE_TABLE } from './generated/nuclideTable.js';

const KNOWN = new Set([...Object.keys(NUCLIDE_TABLE), ...Object.values(NUCLIDE_CODES)]);
const SYMBOLS = new Map(
  Object.entries(ELEMENT_NAMES).flatMap(([symbol, name]) => [symbol, name].map(word => [word.toLowerCase(), symbol])),
);
// Longest first, so that 'lutetium' is not read as the symbol 'lu' with letters behind it.
const ELEMENT = [...SYMBOLS.keys()].sort((a, b) => b.length - a.length).join('|');

/** 'lu-177', 'tc 99m', 'i131mibg': the m of a metastable state has no letter behind it. */
const ELEMENT_FIRST = new RegExp(`(?<![a-z])(${ELEMENT})[\\s-]*(\\d{1,3})(?!\\d)(m(?![a-z])|(?!m(?![a-z])))`, 'g');
/** '177lu', '99m-technetium'. */
const MASS_FIRST = new RegExp(`(?<!\\d)(\\d{1,3})(m?)[\\s-]*(${ELEMENT})(?![a-z])`, 'g');

/**
 * The radionuclide that a text names, in the ways that cameras, pharmacies and people write it: '177Lu', 'Lu177', 'LU 177', '^177^Lutetium',
 * '[177Lu]Lu-PSMA-617', 'I131 mIBG', '99mTc' give 'Lu-177', 'I-131', 'Tc-99m'.
 *
 * Known are the nuclides of the decay table and of the DICOM codes. Null when the text names none of them, or more than one.
 */
export function findNuclideName(text: string): string | null {
  // NFKC turns superscript digits into digits; markup characters only separate.
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const found = new Set<string>();
  for (const [, element = '', mass = '', state = ''] of plain.matchAll(ELEMENT_FIRST)) found.add(nuclideName(element, mass, state));
  for (const [, mass = '', state = '', element = ''] of plain.matchAll(MASS_FIRST)) found.add(nuclideName(element, mass, state));
  const known = [...found].filter(name => KNOWN.has(name));
  return known.length === 1 ? (known[0] ?? null) : null;
}

function nuclideName(element: string, mass: string, state: string): string {
  return `${SYMBOLS.get(element) ?? element}-${String(Number(mass))}${state}`;
}
