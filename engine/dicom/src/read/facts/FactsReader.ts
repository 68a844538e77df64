import { GraywiseError, parseInstant, type Instant } from '@graywise/physics';

/**
 * One value of a facts file with the path that leads to it, such as `administrations[0].preAssay.at`: every refusal names the place.
 * All methods throw GW_FACTS_INVALID.
 */
export class FactsReader {
  private readonly value: unknown;
  private readonly path: string;

  constructor(value: unknown, path = '') {
    this.value = value;
    this.path = path;
  }

  get isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  /** A field of an object. */
  field(name: string): FactsReader {
    const fields = this.value as Readonly<Record<string, unknown>>;
    return new FactsReader(fields[name], this.path === '' ? name : `${this.path}.${name}`);
  }

  /**
   * Makes sure that this is an object. A field that is not known may stand in it (a remark, a later version), but not one that is a slip of the pen
   * for a known field: that fact would be lost silently.
   */
  object(known: readonly string[]): this {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) this.refuse('an object');
    for (const name of Object.keys(this.value)) {
      const meant = known.includes(name) ? undefined : known.find(other => isSlip(name, other));
      if (meant !== undefined) this.field(name).refuse(`the field ${meant}`, `a field ${name}`);
    }
    return this;
  }

  /** The elements of a list; an absent list is empty. */
  list(): FactsReader[] {
    if (this.isAbsent) return [];
    if (!Array.isArray(this.value)) this.refuse('a list');
    return (this.value as readonly unknown[]).map((element, index) => new FactsReader(element, `${this.path}[${index.toString()}]`));
  }

  /** The entries of an object used as a table; an absent table is empty. */
  entries(): (readonly [string, FactsReader])[] {
    if (this.isAbsent) return [];
    this.object([]);
    return Object.keys(this.value as object).map(name => [name, this.field(name)] as const);
  }

  text(): string {
    if (typeof this.value !== 'string' || this.value.trim() === '') this.refuse('a text');
    return this.value.trim();
  }

  oneOf<T extends string>(choices: readonly T[]): T {
    const choice = choices.find(other => other === this.value);
    return choice ?? this.refuse(`one of ${choices.join(', ')}`);
  }

  number(description: string, accepts: (value: number) => boolean): number {
    if (typeof this.value !== 'number' || !Number.isFinite(this.value) || !accepts(this.value)) this.refuse(description);
    return this.value;
  }

  boolean(): boolean {
    if (typeof this.value !== 'boolean') this.refuse('true or false');
    return this.value;
  }

  instant(): Instant {
    try {
      return parseInstant(this.text(), this.path);
    } catch {
      return this.refuse('a date and time with its zone, such as 2026-03-02T09:10:00+00:00');
    }
  }

  refuse(expected: string, found = this.described()): never {
    throw new GraywiseError('GW_FACTS_INVALID', { expected, where: this.path === '' ? 'the top' : this.path, found });
  }

  private described(): string {
    return this.value === undefined ? 'nothing' : JSON.stringify(this.value).slice(0, 60);
  }
}

/** True for names that differ by the case, by one or two letters, or by their unit. */
function isSlip(name: string, known: string): boolean {
  const [a, b] = [name.toLowerCase(), known.toLowerCase()];
  if (a === b || a.split('_')[0] === b.split('_')[0]) return true;
  return Math.min(a.length, b.length) > 3 && editDistance(a, b) <= 2;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
