/** The region as populations and plans name it: red marrow, whatever its dose was measured by. */
export function expectedRegionOf(name: string): string {
  return name.replace(/ \(blood\)$/, '');
}
