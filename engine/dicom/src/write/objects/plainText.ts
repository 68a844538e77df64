/** A reverse solidus separates values in DICOM; its full-width form looks the same and separates nothing. */
const withoutSeparator = (text: string): string => text.replaceAll('\\', '＼');

/**
 * Descriptive text as one DICOM value: control characters become spaces, a reverse solidus its full-width form, and what is longer than `longest`
 * characters is cut with an ellipsis. For labels and descriptions that people read, never for identifiers.
 */
export function plainText(text: string, longest = 64): string {
  const characters = Array.from(withoutSeparator(text.replace(/\p{Cc}+/gu, ' ')).trim());
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest - 1).join('')}…`;
}

/** A person's name as one DICOM value, whole: only a reverse solidus is replaced. */
export function personName(name: string): string {
  return withoutSeparator(name);
}
