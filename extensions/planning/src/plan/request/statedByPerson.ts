/** A limit or target after a person changed it: stated by that person, no longer a suggestion. */
export function statedByPerson<T extends { readonly source: string; readonly confirmed?: boolean }>(changed: T): T {
  return { ...changed, source: 'entered', confirmed: true };
}
