import { energyGrid } from '@graywise/physics';

/** A table over the energy grid at an energy (MeV) inside the grid, linear between its points as in c/common/energyGrid.h. */
export function tableValue(table: ArrayLike<number>, energyMev: number): number {
  const energies = energyGrid();
  const high = Math.max(
    1,
    energies.findIndex(energy => energy >= energyMev),
  );
  const [from = NaN, to = NaN, low = NaN, above = NaN] = [energies[high - 1], energies[high], table[high - 1], table[high]];
  return low + ((energyMev - from) / (to - from)) * (above - low);
}
