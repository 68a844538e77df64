import type { TransportGrid } from '../transportGrid.js';

/**
 * How often electrons of an energy are drawn: as the energy that may cross a face, which is their energy times the share of a voxel from which a face is within
 * their range (see `emitNearFaces` of c/transport/electronsByVoxel.h). Taken for the voxel with the most decays; elsewhere the weights make up for it.
 */
export function nearFaceImportance(
  { spacingCm, materialIndex, materials, densityGPerMl }: TransportGrid,
  decays: Float64Array,
): (energyMev: number) => number {
  let busiest = 0;
  decays.forEach((count, voxel) => {
    if (count > (decays[busiest] ?? 0)) busiest = voxel;
  });
  const ranges = materials[materialIndex[busiest] ?? 0]?.electrons.csdaRangeGPerCm2 ?? [];
  const energies = materials[0]?.photons.energiesMev ?? [];
  const density = densityGPerMl[busiest] ?? 1;
  return energyMev => {
    const point = Math.max(0, energies.findIndex(energy => energy > energyMev) - 1);
    const reachCm = (ranges[point] ?? 0) / density;
    const deep = spacingCm.reduce((share, side) => share * Math.max(0, 1 - (2 * reachCm) / side), 1);
    return energyMev * (1 - deep);
  };
}
