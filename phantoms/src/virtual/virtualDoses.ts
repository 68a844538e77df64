import { voxelKernelEngine } from '@graywise/kernels';
import {
  nuclidePointKernel,
  referenceMaterial,
  voxelCount,
  type SourceSpectrum,
  type Volume,
  type VolumeGeometry,
} from '@graywise/physics';
import { meanElectronWay } from '../dose/meanElectronWay.js';
import { convexBody } from '../geometry/convexBody.js';
import { paintSlice, type PaintedBody } from '../geometry/paintSlice.js';
import { timeIntegratedActivity } from '../kinetics/timeIntegratedActivity.js';
import { virtualField } from './virtualField.js';
import { VIRTUAL_DENSITY_G_PER_ML, type VirtualPatient, type VirtualRegion } from './virtualPatient.js';
import type { VirtualRegionName } from './virtualPopulation.js';

/** Lines along y and z through a voxel of the true activity. */
const LINES = 4;
const FAR = 400;
const JOULE_PER_MEV = 1.602176634e-13;

/**
 * The true mean doses (Gy) of a virtual patient's regions in one cycle, were tissue of exactly the stated density and the dose engine without error.
 *
 * Electrons as in the phantom lu-dotatate: as if they stayed, less what crosses the surface, first order in range over size (`electronDose`). Photons by their own
 * kernel on the grid of the images; they go centimetres, so that voxels do not matter. The dose engine's own error is no part of this: a study adds it as the
 * engine states it.
 */
export async function virtualDoses(
  patient: VirtualPatient,
  cycle: 1 | 2,
  spectrum: SourceSpectrum,
): Promise<Record<VirtualRegionName, number>> {
  const around = timeIntegratedActivity(patient.surroundings);
  const decaysPerMl = ({ kinetics, volumeMl }: VirtualRegion): number =>
    timeIntegratedActivity(kinetics[cycle - 1] ?? kinetics[0]) / volumeMl;
  const photons = await photonDose(
    [
      { body: convexBody('box', { centre: [0, 0, 0], half: [FAR, FAR, FAR] }), value: around },
      ...patient.regions.map(region => ({ body: region.body, value: decaysPerMl(region) })),
    ],
    spectrum,
  );
  const wayCm = meanElectronWay(await nuclidePointKernel(spectrum, 'soft-tissue', 1)) / VIRTUAL_DENSITY_G_PER_ML;
  const jouleMlPerKilogram = (spectrum.electronEnergyMev * JOULE_PER_MEV * 1000) / VIRTUAL_DENSITY_G_PER_ML;
  const doses = patient.regions.map(region => {
    const lost = (wayCm * surfacePerVolume(region)) / 4;
    const electronsGy = jouleMlPerKilogram * (decaysPerMl(region) - lost * (decaysPerMl(region) - around));
    return [region.name, electronsGy + weightedMean(photons.data, painted(photons.geometry, [{ body: region.body, value: 1 }]))] as const;
  });
  return Object.fromEntries(doses) as Record<VirtualRegionName, number>;
}

/** Surface over volume of an ellipsoid, 1/cm: Thomsen's formula, within 1.1 %. */
function surfacePerVolume({ halfMm, volumeMl }: VirtualRegion): number {
  const [a, b, c] = halfMm.map(mm => (mm / 10) ** 1.6075) as [number, number, number];
  return (4 * Math.PI * ((a * b + a * c + b * c) / 3) ** (1 / 1.6075)) / volumeMl;
}

async function photonDose(bodies: readonly PaintedBody[], spectrum: SourceSpectrum): Promise<Volume<'Gy'>> {
  const geometry = virtualField();
  const decays = painted(geometry, bodies);
  const none = { energiesMev: [], yields: [] };
  const { doseGy } = await voxelKernelEngine.compute({
    spectrum: { ...spectrum, betaSpectra: [], electronLines: none, electronEnergyMev: 0 },
    timeIntegratedBqSPerMl: { geometry, unit: 'Bq s/mL', data: decays },
    densityGPerMl: { geometry, unit: 'g/mL', data: new Float32Array(decays.length).fill(VIRTUAL_DENSITY_G_PER_ML) },
    materials: { materialIndex: new Uint8Array(decays.length), materials: [referenceMaterial('soft-tissue')] },
    regions: [],
    organModel: 'adult-male',
  });
  return doseGy;
}

function painted(geometry: VolumeGeometry, bodies: readonly PaintedBody[]): Float32Array {
  const area = geometry.size[0] * geometry.size[1];
  const data = new Float32Array(voxelCount(geometry));
  for (let k = 0; k < geometry.size[2]; k++) paintSlice(bodies, geometry, k, LINES, data.subarray(k * area, (k + 1) * area));
  return data;
}

function weightedMean(values: Float32Array, weights: Float32Array): number {
  let [sum, total] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    sum += (values[i] ?? 0) * (weights[i] ?? 0);
    total += weights[i] ?? 0;
  }
  return sum / total;
}
