import type { RadialKernel } from '@graywise/physics';

/** Mean distance (cm, in the kernel's density) from a decay at which its electrons leave their energy; energy between two radii counts at their middle. */
export function meanElectronWay({ radiiCm, electronMev }: RadialKernel): number {
  let [moment, energy] = [0, 0];
  for (let shell = 1; shell < radiiCm.length; shell++) {
    const left = (electronMev[shell] ?? 0) - (electronMev[shell - 1] ?? 0);
    moment += (left * ((radiiCm[shell] ?? 0) + (radiiCm[shell - 1] ?? 0))) / 2;
    energy += left;
  }
  return moment / energy;
}
