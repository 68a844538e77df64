import { findNuclideName, nuclideFromCode } from '@graywise/physics';
import type { ParsedObject } from '../../part10/parsePart10.js';

/** Products that carry no nuclide in their name. */
const PRODUCTS: readonly (readonly [RegExp, string])[] = [
  [/lutathera|pluvicto/i, 'Lu-177'],
  [/xofigo/i, 'Ra-223'],
  [/azedra/i, 'I-131'],
  [/zevalin|sir-?spheres|therasphere/i, 'Y-90'],
  [/quiremspheres/i, 'Ho-166'],
  [/quadramet/i, 'Sm-153'],
];

/**
 * The nuclide of an emission object: by RadionuclideCodeSequence, else by the radiopharmaceutical, else by what the series, protocol and study are
 * called. Null when none of them names exactly one.
 *
 * A radionuclide code that nobody knows is not talked over by the name of a series: its meaning is returned as it stands, for the course to refuse.
 */
export function nuclideOf({ dataset }: ParsedObject): string | null {
  const drug = dataset.item('RadiopharmaceuticalInformationSequence');
  const code = drug?.item('RadionuclideCodeSequence');
  const coded = code ? nuclideFromCode(code.text('CodingSchemeDesignator') ?? '', code.text('CodeValue') ?? '') : null;
  if (coded !== null) return coded;
  const meaning = code?.text('CodeMeaning') ?? null;
  const ofDrug = [meaning, drug?.text('Radiopharmaceutical'), drug?.item('RadiopharmaceuticalCodeSequence')?.text('CodeMeaning')];
  const ofImages = [
    ...['SeriesDescription', 'ProtocolName', 'StudyDescription'].map(keyword => dataset.text(keyword)),
    ...dataset.items('EnergyWindowInformationSequence').map(window => window.text('EnergyWindowName')),
  ];
  return firstNamed(ofDrug) ?? meaning ?? firstNamed(ofImages);
}

function firstNamed(texts: readonly (string | null | undefined)[]): string | null {
  for (const text of texts) {
    const found = text ? (findNuclideName(text) ?? PRODUCTS.find(([name]) => name.test(text))?.[1] ?? null) : null;
    if (found !== null) return found;
  }
  return null;
}

/** What the radiopharmaceutical is called; null when the object does not say. */
export function radiopharmaceuticalOf({ dataset }: ParsedObject): string | null {
  const drug = dataset.item('RadiopharmaceuticalInformationSequence');
  return drug?.text('Radiopharmaceutical') ?? drug?.item('RadiopharmaceuticalCodeSequence')?.text('CodeMeaning') ?? null;
}
