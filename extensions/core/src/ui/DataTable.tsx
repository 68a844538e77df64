import type { ReactNode } from 'react';
import { toCsv } from '../format/toCsv.js';

export interface TableColumn<T> {
  readonly title: string;
  /** What stands at the head instead of the title, which then is for the copy. */
  readonly head?: ReactNode;
  /** Left out: the title, where no two columns have the same. */
  readonly key?: string;
  /** What is shown. */
  readonly cell: (row: T) => ReactNode;
  /** The same as text, for the copy. */
  readonly text: (row: T) => string;
  readonly numeric?: boolean;
  /** Long texts that may take several lines. */
  readonly wraps?: boolean;
}

interface DataTableProps<T> {
  readonly caption: string;
  readonly columns: readonly TableColumn<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly selectedKey?: string | null;
  readonly onSelect?: (row: T) => void;
  readonly dataCy: string;
}

/** A table that can be copied as CSV; a row can be picked by mouse or keyboard. */
export function DataTable<T>({ caption, columns, rows, rowKey, selectedKey = null, onSelect, dataCy }: DataTableProps<T>) {
  const copy = (): void =>
    void navigator.clipboard.writeText(
      toCsv([columns.map(column => column.title), ...rows.map(row => columns.map(column => column.text(row)))]),
    );
  return (
    <div className="gw-table-box">
      <table className="gw-table" data-cy={dataCy}>
        <caption>
          {caption}
          <button type="button" className="gw-link" onClick={copy} aria-label={`Copy ${caption} as CSV`}>
            Copy as CSV
          </button>
        </caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.key ?? column.title} scope="col" className={column.numeric ? 'gw-right' : ''}>
                {column.head ?? column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr
              key={rowKey(row)}
              data-key={rowKey(row)}
              className={rowKey(row) === selectedKey ? 'gw-selected' : ''}
              {...(onSelect && {
                tabIndex: 0,
                'aria-selected': rowKey(row) === selectedKey,
                onClick: () => onSelect(row),
                onKeyDown: event => event.key === ' ' && onSelect(row),
              })}
            >
              {columns.map(column => (
                <td key={column.key ?? column.title} className={column.numeric ? 'gw-right gw-number' : column.wraps ? 'gw-wrap' : ''}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
