import { ORGAN_CODES } from '../../model/regionCode.js';

/** A code as an object carries it. */
export interface CodedConcept {
  readonly scheme: string;
  readonly value: string;
}

/** What is known of a drawn region before it has a name. */
export interface RegionDescription {
  readonly label: string;
  /** Property type or observation codes, the most telling first. */
  readonly codes: readonly CodedConcept[];
  /** Laterality modifiers of those codes. */
  readonly modifiers: readonly CodedConcept[];
}

const LEFT = ['7771000', 'G-A101'];
const RIGHT = ['24028007', 'G-A100'];
/** Neoplasm, its kinds, metastasis, lesion, mass, gross tumour volume, and the category of altered structures: SNOMED CT and older SNOMED RT codes. */
const LESION = [
  '49755003',
  'M-01000',
  '108369006',
  'M-8FFFF',
  '86049000',
  'M-80003',
  '14799000',
  'M-80006',
  '128462008',
  'DF-00436',
  '52988006',
  'M-01100',
  '4147007',
  'M-03000',
  '228791009',
  'R-429E0',
];
/** Codes that name a side by themselves, and the SNOMED RT forms (PS3.16) of the organs of ORGAN_CODES. */
const OTHER_CODES: Readonly<Record<string, string>> = {
  '18639004': 'kidney-left',
  '9846003': 'kidney-right',
  'T-71000': 'kidney',
  '44029006': 'lung-left',
  '3341006': 'lung-right',
  'T-28000': 'lung',
  'T-62000': 'liver',
  'T-C3000': 'spleen',
  'T-C1000': 'red-marrow',
  'T-D0010': 'whole-body',
  'T-50500': 'bowel',
  'T-58000': 'small-intestine',
  'T-59300': 'colon',
  '14742008': 'colon',
  'T-59000': 'colon',
  'T-74000': 'bladder',
  'T-61007': 'salivary-glands',
  'T-61100': 'parotid',
  '421320006': 'red-marrow',
};
const PAIRED = ['kidney', 'lung', 'parotid', 'submandibular', 'lacrimal', 'adrenal'];
const PLURAL: Readonly<Record<string, string>> = {
  kidney: 'kidneys',
  lung: 'lungs',
  parotid: 'parotids',
  submandibular: 'submandibulars',
  lacrimal: 'lacrimals',
  adrenal: 'adrenals',
};

const LABELS: readonly (readonly [RegExp, string])[] = [
  [/kidney|renal|\bren\b|niere|\brein/i, 'kidney'],
  [/liver|hepat|\bleber\b|\bfoie\b/i, 'liver'],
  [/spleen|splen|\bmilz\b|\brate\b/i, 'spleen'],
  [/marrow|knochenmark/i, 'red-marrow'],
  [/\blungs?\b|pulmo/i, 'lung'],
  [/parotid/i, 'parotid'],
  [/submandibular/i, 'submandibular'],
  [/lacrimal/i, 'lacrimal'],
  [/adrenal/i, 'adrenal'],
  [/salivary/i, 'salivary-glands'],
  [/small.?(bowel|intestin)/i, 'small-intestine'],
  [/\bcolon\b|large.?(bowel|intestin)/i, 'colon'],
  [/bowel|intestin|\bgut\b/i, 'bowel'],
  [/bladder/i, 'bladder'],
  [/whole.?body|^body$|^external$|\bskin\b/i, 'whole-body'],
];
// L1 or T12 alone is left alone: it may be a vertebra.
const LESION_LABEL = /lesion|tumou?r|metasta|\bmets?\b|\bgtv|neoplas|carcinom/i;

/**
 * Names regions as Graywise does: SNOMED code first, label second (kidney-left, liver, lesion-1 …). A label that says nothing known becomes its own
 * name in lower case with hyphens. Lesions keep the number of their label where the numbers are all different, and are counted otherwise.
 */
export function regionNames(regions: readonly RegionDescription[]): string[] {
  const names = regions.map(region => nameByCode(region) ?? nameByLabel(region.label));
  const numbers = regions.map((region, index) =>
    names[index] === 'lesion' ? Number(/(\d+)(?!.*\d)/.exec(region.label)?.[1] ?? NaN) : NaN,
  );
  const stated = numbers.filter((_, index) => names[index] === 'lesion');
  const usable = stated.every(number => number > 0) && new Set(stated).size === stated.length;
  let count = 0;
  return names.map((name, index) => {
    if (name !== 'lesion') return name;
    count++;
    return `lesion-${(usable ? (numbers[index] ?? count) : count).toString()}`;
  });
}

function nameByCode({ codes, modifiers, label }: RegionDescription): string | null {
  for (const { value } of codes) {
    if (LESION.includes(value)) return 'lesion';
    const organ = OTHER_CODES[value] ?? organOfCode(value);
    if (organ !== undefined) return withSide(organ, sideOf(modifiers) ?? sideOfLabel(label));
  }
  return null;
}

function organOfCode(value: string): string | undefined {
  const name = Object.entries(ORGAN_CODES).find(([, organ]) => organ.type.value === value)?.[0];
  return name?.replace(/-(left|right)$/, '');
}

function nameByLabel(label: string): string {
  const plain = label.replace(/[_.]+/g, ' ').trim();
  const isLesion = LESION_LABEL.test(plain);
  const organ = LABELS.find(([pattern]) => pattern.test(plain))?.[1];
  // "Liver lesion 2" is a lesion, "liver" is not.
  if (isLesion) return 'lesion';
  if (organ !== undefined) return withSide(organ, sideOfLabel(plain));
  return (
    plain
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'region'
  );
}

function withSide(organ: string, side: 'left' | 'right' | null): string {
  if (!PAIRED.includes(organ)) return organ;
  return side === null ? (PLURAL[organ] ?? organ) : `${organ}-${side}`;
}

function sideOf(modifiers: readonly CodedConcept[]): 'left' | 'right' | null {
  if (modifiers.some(({ value }) => LEFT.includes(value))) return 'left';
  return modifiers.some(({ value }) => RIGHT.includes(value)) ? 'right' : null;
}

function sideOfLabel(label: string): 'left' | 'right' | null {
  const words = label.toLowerCase().split(/[^a-z]+/);
  const left = words.some(word => ['left', 'l', 'lt', 'li', 'links', 'sin'].includes(word));
  const right = words.some(word => ['right', 'r', 'rt', 're', 'rechts', 'dex'].includes(word));
  return left === right ? null : left ? 'left' : 'right';
}
