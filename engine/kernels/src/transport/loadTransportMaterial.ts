import { photonCrossSections, scatteringFunctions, type Material } from '@graywise/physics';
import { ELECTRON_SETTINGS } from './electrons/electronSettings.js';
import { electronTables } from './electrons/electronTables.js';
import type { TransportMaterial } from './transportMaterial.js';

/** The tables of a material; cross-sections are per gram, so one material serves every density. */
export async function loadTransportMaterial(material: Material): Promise<TransportMaterial> {
  const [photons, scattering, electrons] = await Promise.all([
    photonCrossSections(material),
    scatteringFunctions(material),
    electronTables(material, ELECTRON_SETTINGS),
  ]);
  return { name: material.name, photons, scattering, electrons };
}
