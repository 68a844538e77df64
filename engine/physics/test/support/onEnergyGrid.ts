import { energyGrid } from '@graywise/physics';

const GRID = energyGrid();

/** The value of a table over the energy grid at an energy (MeV), linear between its points as in the kernels. */
export function onEnergyGrid(table: Float64Array, energyMev: number): number {
  const above = GRID.findIndex(energy => energy > energyMev);
  const [low, high] = [GRID[above - 1] ?? NaN, GRID[above] ?? NaN];
  const share = (energyMev - low) / (high - low);
  return (1 - share) * (table[above - 1] ?? NaN) + share * (table[above] ?? NaN);
}
