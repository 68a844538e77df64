/** The square root of the sum of squares; `Math.hypot` may differ in its last bit between engines. */
export function lengthOf(parts: Iterable<number>): number {
  let square = 0;
  for (const part of parts) square += part * part;
  return Math.sqrt(square);
}
