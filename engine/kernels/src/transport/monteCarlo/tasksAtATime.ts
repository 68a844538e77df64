/** Tallies that wait to be added hold about so much memory (bytes) at most: a browser gives a page a few times that. */
const BYTES_AT_MOST = 2 ** 29;
/** Fewer would leave workers without work. */
const FEWEST = 8;
/** Sum and sum of squares, both in double precision. */
const BYTES_PER_VOXEL = 16;

/** How many tasks are given out before their tallies are added, for a grid of so many voxels. */
export function tasksAtATime(voxels: number): number {
  return Math.max(FEWEST, Math.floor(BYTES_AT_MOST / (voxels * BYTES_PER_VOXEL)));
}
