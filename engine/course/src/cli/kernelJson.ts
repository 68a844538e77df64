import { JOULE_PER_MEV, type RadialKernel, type VoxelKernel } from '@graywise/physics';

/** Neighbours that are printed, in each direction; the file holds all. */
const PRINTED = 3;
/** Gy/Bq in mGy/MBq. */
const MGY_PER_MBQ = 1e9;

export interface KernelSummary {
  readonly nuclide: string;
  readonly medium: string;
  readonly density_g_per_mL: number;
  readonly scattering: string;
  readonly voxel_mm: readonly number[];
  readonly halfSize_voxels: readonly number[];
  readonly self_mGy_per_MBq_s: number;
  /** Of these, by alpha particles; not weighted. */
  readonly alphaSelf_mGy_per_MBq_s: number;
  readonly neighbours: Readonly<Record<string, number>>;
  /** Absorbed in the kernel's voxels, and with what lies beyond them. */
  readonly energyInKernel_MeV: number;
  readonly energySum_MeV: number;
  readonly energyEmitted_MeV: number;
}

/** A voxel kernel as the command line prints it, and with every value of its octant (x fastest) as the file holds it. */
export function kernelJson(
  kernel: VoxelKernel,
  inKernelMev: number,
  { electronMev, bremsstrahlungMev, photonMev }: RadialKernel,
  scattering: string,
): { summary: KernelSummary; whole: object } {
  const { voxelMm, halfSize, densityGPerMl, absorbedMev, alphaMev } = kernel;
  const massKg = voxelMm[0] * voxelMm[1] * voxelMm[2] * densityGPerMl * 1e-6;
  const mGyPerMev = (JOULE_PER_MEV / massKg) * MGY_PER_MBQ;
  const valueAt = (i: number, j: number, k: number): number =>
    (absorbedMev[i + (halfSize[0] + 1) * (j + (halfSize[1] + 1) * k)] ?? 0) * mGyPerMev;
  const neighbours: Record<string, number> = {};
  const shown = (axis: 0 | 1 | 2): number => Math.min(PRINTED, halfSize[axis]);
  for (let k = 0; k <= shown(2); k++)
    for (let j = 0; j <= shown(1); j++)
      for (let i = 0; i <= shown(0); i++) if (i + j + k > 0) neighbours[`${i},${j},${k}`] = valueAt(i, j, k);
  const summary: KernelSummary = {
    nuclide: kernel.nuclide,
    medium: kernel.medium,
    density_g_per_mL: densityGPerMl,
    scattering,
    voxel_mm: voxelMm,
    halfSize_voxels: halfSize,
    self_mGy_per_MBq_s: valueAt(0, 0, 0) + alphaMev * mGyPerMev,
    alphaSelf_mGy_per_MBq_s: alphaMev * mGyPerMev,
    neighbours,
    energyInKernel_MeV: inKernelMev,
    energySum_MeV: alphaMev + (electronMev.at(-1) ?? 0) + (bremsstrahlungMev.at(-1) ?? 0) + (photonMev.at(-1) ?? 0),
    energyEmitted_MeV: kernel.emittedMev,
  };
  return { summary, whole: { ...summary, octant_mGy_per_MBq_s: Array.from(absorbedMev, energy => energy * mGyPerMev) } };
}
