import { GraywiseError } from '@graywise/physics';
import Papa from 'papaparse';

/** One line of a table with the number of its line in the file, and the text of its cells. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table as it was written: cells are trimmed, empty lines left out, nothing is interpreted. */
export interface CsvTable {
  readonly separator: ',' | ';';
  readonly header: readonly string[];
  readonly lines: readonly CsvLine[];
}

/**
 * Reads comma- or semicolon-separated text (RFC 4180): quotes, a byte order mark, any ends of lines, empty lines. The header decides the separator.
 *
 * Throws GW_MEASUREMENTS_INVALID with the line for text that is not UTF-8, for a header without a separator, for quotes that do not close and for a line
 * whose number of cells is not that of the header.
 */
export function csvTable(text: string, where: string): CsvTable {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const refuse = (expected: string, place: string, found: string): never => {
    throw new GraywiseError('GW_MEASUREMENTS_INVALID', { expected, where: `${place} of ${where}`, found });
  };
  if (/[\0\uFFFD]/.test(plain)) refuse('text in UTF-8', 'the start', 'another encoding');
  const first = plain.split('\n').find(line => line.trim() !== '') ?? '';
  const separator = first.includes(';') ? ';' : ',';
  if (!first.includes(separator))
    refuse('a header with commas or semicolons', 'the first line', first === '' ? 'nothing' : `"${first.slice(0, 60)}"`);
  const parsed = Papa.parse<string[]>(plain, { delimiter: separator, newline: '\n', quoteChar: '"', header: false, skipEmptyLines: false });
  const lines = numbered(parsed.data);
  const [fault] = parsed.errors;
  if (fault) refuse('quotes that open and close around a cell', `line ${lines[fault.row ?? 0]?.line ?? 1}`, fault.message);
  const [header, ...rest] = lines.filter(({ cells }) => cells.some(cell => cell !== ''));
  const names = header?.cells ?? [];
  for (const { line, cells } of rest)
    if (cells.length !== names.length) refuse(`${names.length} cells, as the header has`, `line ${line}`, `${cells.length}`);
  return { separator, header: names, lines: rest };
}

/** Rows with the lines that they begin on: a quoted cell may hold ends of lines. */
function numbered(rows: readonly string[][]): CsvLine[] {
  let line = 1;
  return rows.map(cells => {
    const begins = line;
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
    return { line: begins, cells: cells.map(cell => cell.trim()) };
  });
}
