import type { DoseEngineName } from '@graywise/physics';

/** The engine that is worth looking at beside another: transport where it was a simpler one, else the kernel. */
export function otherEngine(engine: DoseEngineName | undefined): DoseEngineName {
  return engine === 'monteCarlo' ? 'voxelKernel' : 'monteCarlo';
}
