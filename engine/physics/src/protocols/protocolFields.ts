import { GraywiseError } from '../errors/GraywiseError.js';

/** An object of a protocol file with its place in it, read field by field. Every reader throws GW_PROTOCOL_INVALID. */
export interface ProtocolFields {
  readonly where: string;
  text(name: string): string;
  /** A finite number of at least `minimum`. */
  number(name: string, minimum: number): number;
  flag(name: string): boolean;
  choice<T extends string>(name: string, choices: readonly T[]): T;
  object(name: string): ProtocolFields;
  objectOrNull(name: string): ProtocolFields | null;
  objects(name: string): readonly ProtocolFields[];
  texts(name: string): readonly string[];
  numbers(name: string, minimum: number): readonly number[];
  pairs(name: string): readonly (readonly [number, number])[];
}

/** Reads `value`, which must be an object; `where` is its place in the file. */
export function protocolFields(value: unknown, where: string): ProtocolFields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(where, 'an object', value);
  const fields = value as Readonly<Record<string, unknown>>;
  const at = (name: string): string => `${where}.${name}`;
  const list = (name: string): readonly unknown[] => {
    const found = fields[name];
    return Array.isArray(found) ? found : refuse(at(name), 'a list', found);
  };
  const number = (found: unknown, minimum: number, place: string): number =>
    typeof found === 'number' && Number.isFinite(found) && found >= minimum
      ? found
      : refuse(place, `a number of at least ${String(minimum)}`, found);
  const text = (found: unknown, place: string): string => (typeof found === 'string' ? found : refuse(place, 'text', found));
  return {
    where,
    text: name => text(fields[name], at(name)),
    number: (name, minimum) => number(fields[name], minimum, at(name)),
    flag: name => (typeof fields[name] === 'boolean' ? fields[name] : refuse(at(name), 'true or false', fields[name])),
    choice: (name, choices) =>
      choices.find(choice => choice === fields[name]) ?? refuse(at(name), `one of ${choices.join(', ')}`, fields[name]),
    object: name => protocolFields(fields[name], at(name)),
    objectOrNull: name => (fields[name] === null ? null : protocolFields(fields[name], at(name))),
    objects: name => list(name).map((entry, index) => protocolFields(entry, `${at(name)}[${String(index)}]`)),
    texts: name => list(name).map((entry, index) => text(entry, `${at(name)}[${String(index)}]`)),
    numbers: (name, minimum) => list(name).map((entry, index) => number(entry, minimum, `${at(name)}[${String(index)}]`)),
    pairs: name =>
      list(name).map((entry, index): readonly [number, number] => {
        const place = `${at(name)}[${String(index)}]`;
        const pair: readonly unknown[] = Array.isArray(entry) && entry.length === 2 ? entry : refuse(place, 'a pair of numbers', entry);
        const first = number(pair[0], 0, `${place}[0]`);
        return [first, number(pair[1], first, `${place}[1]`)];
      }),
  };
}

function refuse(where: string, expected: string, found: unknown): never {
  const shown = found === undefined ? 'nothing' : JSON.stringify(found);
  throw new GraywiseError('GW_PROTOCOL_INVALID', { where, expected, found: shown.length > 60 ? `${shown.slice(0, 57)}…` : shown });
}
