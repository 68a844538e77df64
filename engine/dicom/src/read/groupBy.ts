import type { ParsedObject } from '../part10/parsePart10.js';

/** Objects by a key, in the order in which keys first appear. */
export function groupBy(objects: readonly ParsedObject[], keyOf: (object: ParsedObject) => string): ParsedObject[][] {
  const groups = new Map<string, ParsedObject[]>();
  for (const object of objects) {
    const key = keyOf(object);
    const group = groups.get(key);
    if (group) group.push(object);
    else groups.set(key, [object]);
  }
  return [...groups.values()];
}
