import type { SourceSpectrum } from '../../nuclides/sourceSpectrum.js';
import type { KernelMedium } from './pointKernelTables.js';
import { loadPointKernelTables } from './loadPointKernelTables.js';
import { radialKernelOf } from './radialKernelOf.js';
import type { RadialKernel } from './radialKernel.js';

/**
 * The point kernel of a nuclide with its chain in an unbounded medium of a density (g/mL), from the generated tables (rule D5).
 *
 * Positrons are transported as electrons; their annihilation photons start at the source.
 */
export async function nuclidePointKernel(spectrum: SourceSpectrum, medium: KernelMedium, densityGPerMl: number): Promise<RadialKernel> {
  return radialKernelOf(spectrum, await loadPointKernelTables(medium), densityGPerMl);
}
