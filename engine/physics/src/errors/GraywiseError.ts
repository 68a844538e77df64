import { ERROR_TABLE, type ErrorCode } from './errorTable.js';

/**
 * A refusal: bad input named by a code of the error table.
 *
 * `message` says what was expected and what was found, `hint` says what to do. `details` carries the same facts as data,
 * free of patient identifiers, so that logs may show it.
 */
export class GraywiseError extends Error {
  override readonly name = 'GraywiseError';
  readonly code: ErrorCode;
  readonly hint: string;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, details: Record<string, string | number> = {}) {
    super(fill(ERROR_TABLE[code].message, details));
    this.code = code;
    this.hint = fill(ERROR_TABLE[code].hint, details);
    this.details = details;
  }

  /** The document printed on standard output when a command refuses its input. */
  toJSON(): { error: { code: ErrorCode; message: string; hint: string } } {
    return { error: { code: this.code, message: this.message, hint: this.hint } };
  }
}

function fill(template: string, details: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (_whole, key: string) => String(details[key] ?? '(not stated)'));
}
