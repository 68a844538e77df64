/** One number for each of the axes 0, 1, 2. */
export function alongAxes(value: (axis: 0 | 1 | 2) => number): [number, number, number] {
  return [value(0), value(1), value(2)];
}
