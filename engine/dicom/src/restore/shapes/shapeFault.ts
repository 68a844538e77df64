/** What a value of JSON must look like: a kind of scalar, one exact text, a list, a table of one kind of value, something that may be null, something that may be absent, or an object with at least these keys. */
export type Shape =
  | 'number'
  | 'string'
  | 'boolean'
  | { readonly exactly: string }
  | { readonly listOf: Shape }
  | { readonly tableOf: Shape }
  | { readonly orNull: Shape }
  | { readonly orAbsent: Shape }
  | { readonly keys: Readonly<Record<string, Shape>> };

/** What is wrong with `value`, in words with its path, or null when it has the shape. */
export function shapeFault(value: unknown, shape: Shape, path: string): string | null {
  if (typeof shape === 'string') return typeof value === shape ? null : `${path} is no ${shape}`;
  if ('exactly' in shape) return value === shape.exactly ? null : `${path} is not ${shape.exactly}`;
  if ('orNull' in shape) return value === null ? null : shapeFault(value, shape.orNull, path);
  if ('orAbsent' in shape) return value === undefined ? null : shapeFault(value, shape.orAbsent, path);
  if ('listOf' in shape) {
    if (!Array.isArray(value)) return `${path} is no list`;
    return firstFault(value.map((element, index) => [element, shape.listOf, `${path}[${index}]`]));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${path} is no object`;
  const object = value as Readonly<Record<string, unknown>>;
  if ('tableOf' in shape) return firstFault(Object.entries(object).map(([key, element]) => [element, shape.tableOf, `${path}.${key}`]));
  return firstFault(Object.entries(shape.keys).map(([key, element]) => [object[key], element, `${path}.${key}`]));
}

function firstFault(parts: readonly (readonly [unknown, Shape, string])[]): string | null {
  for (const part of parts) {
    const fault = shapeFault(...part);
    if (fault !== null) return fault;
  }
  return null;
}
