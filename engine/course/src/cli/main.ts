import { GraywiseError } from '@graywise/physics';
import type { Refusal } from '../engine/courseEngine.js';
import { COMMANDS, HELP } from './commands.js';
import { readArguments } from './readArguments.js';
import { Refused } from './Refused.js';

/**
 * The command line: `graywise COMMAND …`.
 *
 * Returns the exit code: 0 done, 2 bad input (with a code and what to do), 1 our fault. With --json standard output holds one JSON document and
 * nothing else; progress goes to standard error.
 */
export async function main(words: readonly string[]): Promise<number> {
  const json = words.includes('--json');
  try {
    const name = words[0] ?? '--help';
    if (name === 'help' || words.includes('--help')) {
      process.stdout.write(HELP);
      return 0;
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command)
      throw new GraywiseError('GW_USAGE', { expected: `one of the commands ${Object.keys(COMMANDS).join(', ')}`, found: `"${name}"` });
    await command(readArguments(words.slice(1)));
    return 0;
  } catch (fault) {
    return complain(fault, json);
  }
}

function complain(fault: unknown, json: boolean): number {
  const refusal = refusalIn(fault);
  if (!refusal) {
    process.stderr.write(`Graywise failed: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
    return 1;
  }
  if (json) process.stdout.write(`${JSON.stringify({ error: refusal }, null, 2)}\n`);
  process.stderr.write(`${refusal.code}: ${refusal.message}\n${refusal.hint}\n`);
  return 2;
}

function refusalIn(fault: unknown): Refusal | null {
  if (fault instanceof GraywiseError) return fault.toJSON().error;
  return fault instanceof Refused ? fault.refusal : null;
}
