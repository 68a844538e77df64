import type { RadialKernel } from '@graywise/physics';

/** A point kernel that leaves `electronMev` evenly between two radii, cm, and nothing else. */
export function shellKernel(innerCm: number, outerCm: number, electronMev = 1): RadialKernel {
  return {
    nuclide: 'test',
    medium: 'water',
    densityGPerMl: 1,
    radiiCm: Float64Array.of(0, Math.max(innerCm, 1e-9), outerCm),
    electronMev: Float64Array.of(0, 0, electronMev),
    bremsstrahlungMev: new Float64Array(3),
    photonMev: new Float64Array(3),
    alphaMev: 0,
    emittedMev: { electron: electronMev, photon: 0, alpha: 0 },
  };
}
