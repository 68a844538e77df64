import type { RadialKernel } from '@graywise/physics';

/** How many voxels along each axis electrons of a point kernel come: as far as all but a millionth of their energy. */
export function electronReach(
  { electronMev, radiiCm }: RadialKernel,
  spacingCm: readonly [number, number, number],
): readonly [number, number, number] {
  const all = electronMev.at(-1) ?? 0;
  const reachCm = radiiCm[electronMev.findIndex(energy => energy >= all * (1 - 1e-6))] ?? 0;
  return [Math.ceil(reachCm / spacingCm[0]), Math.ceil(reachCm / spacingCm[1]), Math.ceil(reachCm / spacingCm[2])];
}
