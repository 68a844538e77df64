/** The root A of linear A + square A^2 = rest; of the same sign as `rest`, in a form that loses no digits when `square` is small or zero. */
export function activityOfEffect(rest: number, linear: number, square: number): number {
  if (rest <= 0 || square === 0) return rest / linear;
  return (2 * rest) / (linear + Math.sqrt(linear * linear + 4 * square * rest));
}
