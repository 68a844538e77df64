import { photonCrossSections, scatteringFunctions, type Material } from '@graywise/physics';
import type { TransportMaterial } from './transportMaterial.js';

/** The tables of a material; cross-sections are per gram, so one material serves every density. */
export async function loadTransportMaterial(material: Material): Promise<TransportMaterial> {
  const [photons, scattering] = await Promise.all([photonCrossSections(material), scatteringFunctions(material)]);
  return { name: material.name, photons, scattering };
}
