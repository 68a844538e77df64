import type { KernelMedium, PointKernelTables } from './pointKernelTables.js';

/** The generated tables of a medium, loaded when they are first asked for: a page that computes no such dose does not carry them. */
export async function loadPointKernelTables(medium: KernelMedium): Promise<PointKernelTables> {
  const [{ ELECTRON_POINT_KERNELS }, { PHOTON_POINT_KERNELS }] = await Promise.all([
    import('./generated/electronPointKernelTable.js'),
    import('./generated/photonPointKernelTable.js'),
  ]);
  return { medium, electrons: ELECTRON_POINT_KERNELS[medium], photons: PHOTON_POINT_KERNELS[medium] };
}
