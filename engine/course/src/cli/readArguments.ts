import { parseArgs } from 'node:util';
import { GraywiseError } from '@graywise/physics';

/** Options of all commands; each command says which it needs. */
const OPTIONS = {
  json: { type: 'boolean' },
  seed: { type: 'string' },
  out: { type: 'string' },
  cycle: { type: 'string' },
  facts: { type: 'string' },
  dicomweb: { type: 'string' },
  study: { type: 'string' },
  limit: { type: 'string', multiple: true },
  target: { type: 'string', multiple: true },
  'cycles-left': { type: 'string' },
  risk: { type: 'string' },
  'activity-cap': { type: 'string' },
  'target-probability': { type: 'string' },
  licence: { type: 'string' },
  stock: { type: 'string' },
  marrow: { type: 'string' },
  'round-to': { type: 'string' },
  fixed: { type: 'string' },
  'per-kg': { type: 'string' },
  weight: { type: 'string' },
  trend: { type: 'string' },
  radiobiology: { type: 'string', multiple: true },
  'patient-only': { type: 'boolean' },
  protocol: { type: 'string' },
  radiopharmaceutical: { type: 'string' },
  choose: { type: 'string' },
  reason: { type: 'string' },
  by: { type: 'string' },
  file: { type: 'string' },
  records: { type: 'string' },
  workers: { type: 'string' },
  'accept-registration': { type: 'string', multiple: true },
  measurements: { type: 'string', multiple: true },
  comment: { type: 'string', multiple: true },
  'no-blur': { type: 'boolean' },
  'fwhm-mm': { type: 'string' },
  size: { type: 'string' },
  variant: { type: 'string' },
  cycles: { type: 'string' },
  data: { type: 'string' },
  import: { type: 'string' },
  port: { type: 'string' },
  orthanc: { type: 'boolean' },
  'dose-engine': { type: 'string' },
  'compare-engine': { type: 'string' },
  scans: { type: 'string' },
  map: { type: 'string' },
  tail: { type: 'string' },
  'single-scan': { type: 'string', multiple: true },
  'check-uncertainty': { type: 'string' },
  nuclide: { type: 'string' },
  chain: { type: 'string' },
  medium: { type: 'string' },
  scattering: { type: 'string' },
  'sphere-mm': { type: 'string' },
  surroundings: { type: 'string' },
  organ: { type: 'string' },
  region: { type: 'string' },
  id: { type: 'string' },
  source: { type: 'string' },
  model: { type: 'string' },
  'mass-g': { type: 'string' },
  voxel: { type: 'string' },
  'range-mm': { type: 'string' },
} as const;

type Options = typeof OPTIONS;
/** Options that stand alone, those with one value, and those that may be repeated. */
type Flag = { [Name in keyof Options]: Options[Name]['type'] extends 'boolean' ? Name : never }[keyof Options];
type Repeated = { [Name in keyof Options]: Options[Name] extends { readonly multiple: true } ? Name : never }[keyof Options];
type Single = Exclude<keyof Options, Flag | Repeated>;

/** The words of a command line, read: options by name and what stands free. */
export interface Arguments {
  readonly free: readonly string[];
  flag(name: Flag): boolean;
  text(name: Single): string | null;
  list(name: Repeated): readonly string[];
  /** Throws GW_USAGE when it is not a number of at least `minimum`. */
  number(name: Single, minimum: number): number | null;
  /** Throws GW_USAGE when it is not a whole number of at least `minimum`. */
  whole(name: Single, minimum: number): number | null;
}

/** Reads the words after the command. Throws GW_USAGE for an unknown option. */
export function readArguments(words: readonly string[]): Arguments {
  const { values, positionals } = parse(words);
  const raw = values as Readonly<Record<string, string | boolean | string[] | undefined>>;
  const text = (name: string): string | null => {
    const value = raw[name];
    return typeof value === 'string' ? value : null;
  };
  const number = (name: string, minimum: number, kind: string, accepts: (value: number) => boolean): number | null => {
    const value = text(name);
    if (value === null) return null;
    const read = value.trim() === '' ? NaN : Number(value);
    if (!accepts(read) || read < minimum)
      throw new GraywiseError('GW_USAGE', { expected: `--${name} as ${kind} of at least ${minimum}`, found: value });
    return read;
  };
  return {
    free: positionals,
    flag: name => raw[name] === true,
    text,
    list: name => {
      const value = raw[name];
      return Array.isArray(value) ? value : [];
    },
    number: (name, minimum) => number(name, minimum, 'a number', Number.isFinite),
    whole: (name, minimum) => number(name, minimum, 'a whole number', Number.isSafeInteger),
  };
}

function parse(words: readonly string[]): { values: object; positionals: string[] } {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (fault) {
    throw new GraywiseError('GW_USAGE', { expected: 'known options', found: fault instanceof Error ? fault.message : String(fault) });
  }
}
