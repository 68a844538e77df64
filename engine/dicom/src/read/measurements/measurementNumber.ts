/**
 * A number as a spreadsheet writes it, or null. With semicolons between cells the decimal sign may be a comma; with commas it is a point. Separators of
 * thousands are not read: 1.234 is not 1234.
 */
export function measurementNumber(text: string, separator: ',' | ';'): number | null {
  const form = separator === ';' ? /^[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?$/ : /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
  return form.test(text) ? Number(text.replace(',', '.')) : null;
}
