import type { SourceSpectrum } from '../../nuclides/sourceSpectrum.js';
import { cbrt } from '../../numerics/cbrt.js';
import { referenceMaterial } from '../../tissues/referenceMaterial.js';
import { nuclidePointKernel } from '../pointKernels/nuclidePointKernel.js';
import { sphereSelfDose } from '../spheres/sphereSelfDose.js';
import type { Organ } from './findOrgan.js';

/**
 * The share of the energy of its electrons that an organ absorbs itself, with what they radiate.
 *
 * What leaves a body is, to first order in the electrons' way over its size, that way over the body's mean chord (Cauchy): the shape does not matter beyond.
 * So the organ stands as the ball of its mean chord, whose diameter is 3/2 of it, in tissue of its own density, by our own electron transport
 * (`nuclidePointKernel`). The chord goes with the cube root of the mass. An organ without a chord (muscle, marrow, the whole body) keeps all.
 */
export async function electronSelfAbsorption(spectrum: SourceSpectrum, organ: Organ): Promise<number> {
  const phantomG = organ.phantomG?.['adult-male'] ?? organ.phantomG?.['adult-female'];
  if (organ.meanChordCm === undefined || phantomG === undefined || spectrum.electronEnergyMev === 0) return 1;
  const medium = organ.name === 'lungs' ? 'lung' : 'soft-tissue';
  const { densityGPerMl } = referenceMaterial(`stylized-${medium}`);
  const kernel = await nuclidePointKernel(spectrum, medium, densityGPerMl);
  const radiusCm = 0.75 * organ.meanChordCm * cbrt(organ.massG / phantomG);
  const { electronMev, bremsstrahlungMev } = sphereSelfDose(kernel, radiusCm);
  return (electronMev + bremsstrahlungMev) / spectrum.electronEnergyMev;
}
