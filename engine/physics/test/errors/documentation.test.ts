import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_TABLE, WARNING_TABLE } from '../../src/index.js';

const path = join(__dirname, '../../../../docs/errors.md');

/** docs/errors.md as the tables say it. */
function documentation(): string {
  const errors = Object.entries(ERROR_TABLE).map(([code, { message, hint }]) => `| \`${code}\` | ${message} | ${hint} |`);
  const warnings = Object.entries(WARNING_TABLE).map(([code, message]) => `| \`${code}\` | ${message} |`);
  return [
    '# Errors and warnings',
    '',
    'Written from the tables in `engine/physics/src/errors` (`REGENERATE=1 npx jest engine/physics/test/errors`); a test keeps both the same.',
    '',
    '## Refusals: nothing is stored, exit code 2',
    '',
    '| code | what was expected and found | what to do |',
    '|---|---|---|',
    ...errors,
    '',
    '## Warnings: they stand beside the figures and in the record',
    '',
    '| code | meaning |',
    '|---|---|',
    ...warnings,
    '',
  ].join('\n');
}

describe('the table of errors', () => {
  it('E1: is the same as its documentation', () => {
    if (process.env['REGENERATE'] === '1') writeFileSync(path, documentation());
    expect(readFileSync(path, 'utf8')).toBe(documentation());
  });

  it('E2: says in every hint what to do', () => {
    for (const [code, { hint }] of Object.entries(ERROR_TABLE)) expect(`${code} ${hint}`).toMatch(/\w\.$/);
  });
});
