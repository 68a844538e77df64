import { snomed, type Code } from './code.js';

export type Laterality = 'left' | 'right' | 'both';

/** A region in SNOMED CT: what kind of thing it is, which one, and on which side. */
export interface RegionCode {
  readonly category: Code;
  readonly type: Code;
  readonly laterality: Laterality | null;
}

export const ANATOMICAL_STRUCTURE = snomed('123037004', 'Anatomical Structure');
export const MORPHOLOGICALLY_ALTERED = snomed('49755003', 'Morphologically Altered Structure');
export const TISSUE = snomed('85756007', 'Tissue');
export const NEOPLASM = snomed('108369006', 'Neoplasm');

/** Sides, after context group 244. */
export const LATERALITY_CODES: Readonly<Record<Laterality, Code>> = {
  left: snomed('7771000', 'Left'),
  right: snomed('24028007', 'Right'),
  both: snomed('51440002', 'Bilateral'),
};

const KIDNEY = snomed('64033007', 'Kidney');
const LUNG = snomed('39607008', 'Lung');
const PAROTID = snomed('45289007', 'Parotid gland');
const SUBMANDIBULAR = snomed('54019009', 'Submandibular gland');
const LACRIMAL = snomed('13561001', 'Lacrimal gland');
const ADRENAL = snomed('23451007', 'Adrenal gland');

/** The organs that Graywise knows by name, with their codes (context groups 7151 and 10060, where they hold them). */
export const ORGAN_CODES: Readonly<Record<string, { readonly type: Code; readonly laterality: Laterality | null }>> = {
  ...pair('kidney', 'kidneys', KIDNEY),
  ...pair('lung', 'lungs', LUNG),
  ...pair('parotid', 'parotids', PAROTID),
  ...pair('submandibular', 'submandibulars', SUBMANDIBULAR),
  ...pair('lacrimal', 'lacrimals', LACRIMAL),
  ...pair('adrenal', 'adrenals', ADRENAL),
  liver: single('10200004', 'Liver'),
  spleen: single('78961009', 'Spleen'),
  'red-marrow': single('14016003', 'Bone Marrow'),
  'whole-body': single('38266002', 'Entire body'),
  bowel: single('113276009', 'Intestine'),
  'small-intestine': single('30315005', 'Small intestine'),
  colon: single('71854001', 'Colon'),
  stomach: single('69695003', 'Stomach'),
  pancreas: single('15776009', 'Pancreas'),
  bladder: single('89837001', 'Urinary bladder'),
  prostate: single('41216001', 'Prostate'),
  heart: single('80891009', 'Heart'),
  brain: single('12738006', 'Brain'),
  pituitary: single('56329008', 'Pituitary'),
  thyroid: single('69748006', 'Thyroid'),
  'salivary-glands': single('385294005', 'Salivary Glands'),
  bone: single('272673000', 'Bone'),
};

/** The code of a region by its Graywise name. Lesions are neoplasms; a name that is not known is tissue, told apart by its label. */
export function regionCode(name: string): RegionCode {
  const organ = ORGAN_CODES[name];
  if (organ) return { category: ANATOMICAL_STRUCTURE, ...organ };
  if (/^(lesion|tumou?r|metastas[ei]s)/.test(name)) return { category: MORPHOLOGICALLY_ALTERED, type: NEOPLASM, laterality: null };
  return { category: TISSUE, type: TISSUE, laterality: null };
}

function single(value: string, meaning: string): { type: Code; laterality: null } {
  return { type: snomed(value, meaning), laterality: null };
}

function pair(one: string, two: string, type: Code): Record<string, { type: Code; laterality: Laterality }> {
  return {
    [`${one}-left`]: { type, laterality: 'left' },
    [`${one}-right`]: { type, laterality: 'right' },
    [two]: { type, laterality: 'both' },
  };
}
