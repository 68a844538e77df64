/** The key of the deviation of one cycle. */
export function cycleKey(family: string, cycle: number): string {
  return `between-cycle:${family}:${String(cycle)}`;
}
