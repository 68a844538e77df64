import { GraywiseError } from '@graywise/physics';

/** Largest number of characters of a value, by value representation (PS3.5 table 6.2-1); PN counts each of its component groups. */
const LONGEST: Readonly<Record<string, number>> = {
  AE: 16,
  AS: 4,
  CS: 16,
  DA: 8,
  DS: 16,
  DT: 26,
  IS: 12,
  LO: 64,
  LT: 10240,
  PN: 64,
  SH: 16,
  ST: 1024,
  TM: 14,
  UI: 64,
};

/** What a value must look like where the standard fixes its characters. */
const PATTERN: Readonly<Record<string, RegExp>> = {
  AS: /^\d{3}[DWMY]$/,
  CS: /^[A-Z0-9 _]*$/,
  DA: /^\d{8}$/,
  DS: /^ *[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)? *$/,
  DT: /^\d{4}(\d{2}(\d{2}(\d{2}(\d{2}(\d{2}(\.\d{1,6})?)?)?)?)?)?([-+]\d{4})?$/,
  IS: /^ *[-+]?\d+ *$/,
  TM: /^\d{2}(\d{2}(\d{2}(\.\d{1,6})?)?)?$/,
  UI: /^[\d.]+$/,
};

/** The value representations whose text may hold line breaks and reverse solidi. */
const FREE_TEXT: readonly string[] = ['LT', 'ST', 'UR', 'UT'];

/**
 * The text itself when it is a legal value of the value representation; throws GW_DICOM_VALUE otherwise.
 *
 * Nothing is cut here: a shortened identifier would name something else.
 */
export function checkedText(text: string, valueRepresentation: string, keyword: string): string {
  const refuse = (expected: string): never => {
    throw new GraywiseError('GW_DICOM_VALUE', { tag: keyword, expected, found: text.length > 80 ? `${text.slice(0, 80)}…` : text });
  };
  const groups = valueRepresentation === 'PN' ? text.split('=') : [text];
  const longest = LONGEST[valueRepresentation] ?? Infinity;
  if (groups.some(group => Array.from(group).length > longest)) refuse(`at most ${longest} characters`);
  const pattern = PATTERN[valueRepresentation];
  if (pattern && text !== '' && !pattern.test(text)) refuse(`a value of the form ${valueRepresentation}`);
  if (!FREE_TEXT.includes(valueRepresentation) && /[\\\p{Cc}]/u.test(text)) refuse('text without a reverse solidus or control characters');
  return text;
}
