import { GraywiseError } from '@graywise/physics';
import type { Arguments } from './readArguments.js';

/** One of a few words; the first when the option is left out. Throws GW_USAGE for any other. */
export function choiceOf<T extends string>(given: Arguments, option: Parameters<Arguments['text']>[0], choices: readonly [T, ...T[]]): T {
  const text = given.text(option);
  if (text === null) return choices[0];
  const choice = choices.find(known => known === text);
  if (choice === undefined) throw new GraywiseError('GW_USAGE', { expected: `--${option} ${choices.join('|')}`, found: text });
  return choice;
}
