import type { Query } from './query.js';

/** The part of a list that `offset` and `limit` ask for. */
export function page<T>(found: readonly T[], query: Query): readonly T[] {
  return found.slice(query.offset, query.offset + query.limit);
}
