import {
  BACKGROUND_CORRECTIONS,
  formatInstant,
  GraywiseError,
  measurementFault,
  MEASUREMENT_COLUMNS,
  MEASUREMENT_KINDS,
  parseInstant,
  type Instant,
  type MeasurementRow,
} from '@graywise/physics';
import { canonicalJson } from '../../write/objects/canonicalJson.js';
import { csvTable, type CsvLine, type CsvTable } from './csvTable.js';
import { isMeasurementColumn } from './isMeasurementColumn.js';
import { measurementNumber } from './measurementNumber.js';

const NEEDED = ['cycle', 'kind', 'region', 'at'];

/**
 * Reads a file of measurements (docs/measurements.md). Nothing is dropped: every row and every cell is used or refused.
 *
 * @param where - the name of the file, for messages
 * @throws GW_MEASUREMENTS_INVALID with the line, the column and what it should hold
 */
export function parseMeasurements(text: string, where: string): MeasurementRow[] {
  const table = csvTable(text, where);
  checkHeader(table, where);
  const rows = table.lines.map(line => new RowReader(table, line, where).row());
  const seen = new Map<string, number>();
  rows.forEach((row, index) => {
    const line = table.lines[index]?.line ?? 0;
    const same = seen.get(canonicalJson(row));
    if (same !== undefined) refuse('each measurement once', `line ${line} of ${where}`, `the same as in line ${same}`);
    seen.set(canonicalJson(row), line);
  });
  if (rows.length === 0) refuse('a row for each measurement', where, 'none');
  return rows;
}

function checkHeader({ header, lines }: CsvTable, where: string): void {
  header.forEach((name, index) => {
    const place = `the header, column ${index + 1} of ${where}`;
    if (name === '') {
      const filled = lines.find(({ cells }) => cells[index] !== '');
      if (filled) refuse('a name over every column that holds something', place, `none over line ${filled.line}`);
    } else if (!isMeasurementColumn(name)) refuse('a column of docs/measurements.md', place, `"${name}"`);
    if (name !== '' && header.indexOf(name) !== index) refuse('each column once', place, `${name} again`);
  });
  const absent = NEEDED.find(name => !header.includes(name));
  if (absent !== undefined) refuse(`a column ${absent}`, `the header of ${where}`, 'none');
}

/** The cells of one line by their columns. */
class RowReader {
  private readonly table: CsvTable;
  private readonly line: CsvLine;
  private readonly where: string;

  constructor(table: CsvTable, line: CsvLine, where: string) {
    this.table = table;
    this.line = line;
    this.where = where;
  }

  row(): MeasurementRow {
    const row: MeasurementRow = {
      cycle: this.cycle(),
      kind: this.oneOf('kind', MEASUREMENT_KINDS) ?? this.refuse('kind', MEASUREMENT_KINDS.join(', ')),
      region: this.cell('region') || this.refuse('region', 'the name of a region'),
      at: this.instant('at') ?? this.refuse('at', 'a date and time with its zone, such as 2026-03-02T14:10:00+00:00'),
      referenceAt: this.instant('reference_at'),
      backgroundCorrection: this.oneOf('background_correction', BACKGROUND_CORRECTIONS),
      comment: this.cell('comment') || null,
      values: this.values(),
    };
    const fault = measurementFault(row);
    return fault ? this.refuse(fault.column, fault.expected, fault.found) : row;
  }

  private cell(column: string): string {
    const index = this.table.header.indexOf(column);
    return index < 0 ? '' : (this.line.cells[index] ?? '');
  }

  private cycle(): number {
    const cell = this.cell('cycle');
    return /^[1-9]\d{0,3}$/.test(cell) ? Number(cell) : this.refuse('cycle', 'a cycle number from 1 on');
  }

  private oneOf<T extends string>(column: string, choices: readonly T[]): T | null {
    const cell = this.cell(column);
    return cell === '' ? null : (choices.find(choice => choice === cell) ?? this.refuse(column, `one of ${choices.join(', ')}`));
  }

  private instant(column: string): Instant | null {
    const cell = this.cell(column);
    if (cell === '') return null;
    const read = readInstant(cell);
    return read ?? this.refuse(column, 'a date and time with its zone, such as 2026-03-02T14:10:00+00:00');
  }

  private values(): Record<string, number> {
    const filled = MEASUREMENT_COLUMNS.filter(({ name }) => this.cell(name) !== '');
    return Object.fromEntries(
      filled.map(({ name }) => {
        const decimal = this.table.separator === ';' ? 'decimal point or comma' : 'decimal point';
        return [name, measurementNumber(this.cell(name), this.table.separator) ?? this.refuse(name, `a number with ${decimal}`)];
      }),
    );
  }

  private refuse(column: string, expected: string, found = this.found(column)): never {
    return refuse(expected, `line ${this.line.line}, column ${column} of ${this.where}`, found);
  }

  private found(column: string): string {
    const cell = this.cell(column);
    return cell === '' ? 'nothing' : `"${cell.slice(0, 40)}"`;
  }
}

/** Refuses days that no calendar has, which would become the next month. */
function readInstant(cell: string): Instant | null {
  try {
    const instant = parseInstant(cell);
    return formatInstant(instant).slice(0, 10) === cell.slice(0, 10) ? instant : null;
  } catch {
    return null;
  }
}

function refuse(expected: string, where: string, found: string): never {
  throw new GraywiseError('GW_MEASUREMENTS_INVALID', { expected, where, found });
}
