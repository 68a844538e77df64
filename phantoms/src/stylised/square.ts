/** A number times itself, so that the equations of the report read as they are printed. */
export function square(value: number): number {
  return value * value;
}
