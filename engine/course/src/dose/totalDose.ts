import type { DoseResult, Volume } from '@graywise/physics';

/** The absorbed dose of all radiations together, Gy: what RTDOSE calls PHYSICAL. */
export function totalDose({ doseGy, alphaDoseGy }: DoseResult): Volume<'Gy'> {
  if (alphaDoseGy === null) return doseGy;
  return { ...doseGy, data: doseGy.data.map((dose, voxel) => dose + (alphaDoseGy.data[voxel] ?? 0)) };
}
