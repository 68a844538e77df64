import { voxelKernelEngine } from '@graywise/kernels';
import { refinedGeometry, referenceMaterial, voxelCount, type SourceSpectrum, type Volume, type VolumeGeometry } from '@graywise/physics';
import { convexBody } from '../geometry/convexBody.js';
import { paintSlice, type PaintedBody } from '../geometry/paintSlice.js';
import { timeIntegratedActivity } from '../kinetics/timeIntegratedActivity.js';
import { virtualField } from './virtualCamera.js';
import { VIRTUAL_DENSITY_G_PER_ML, type VirtualPatient } from './virtualPatient.js';
import type { VirtualRegionName } from './virtualPopulation.js';

/** Voxels of the true activity: half of a voxel of the images. */
const SPACING_MM = 2.5;
/** Lines along y and z through a voxel of the true activity. */
const LINES = 4;
const FAR = 400;

/**
 * The true mean doses (Gy) of a virtual patient's regions in one cycle, were tissue of exactly the stated density and the dose engine without error: the true
 * shapes with the true time-integrated activity, by the kernel engine, averaged over the true shapes.
 *
 * The dose engine's own error is no part of this: a study adds it as the engine states it.
 */
export async function virtualDoses(patient: VirtualPatient, cycle: 1 | 2, spectrum: SourceSpectrum): Promise<Record<VirtualRegionName, number>> {
  const geometry = refinedGeometry(virtualField(), SPACING_MM);
  const surroundings = convexBody('box', { centre: [0, 0, 0], half: [FAR, FAR, FAR] });
  const decays = painted(geometry, [
    { body: surroundings, value: timeIntegratedActivity(patient.surroundings) },
    ...patient.regions.map(({ body, kinetics, volumeMl }) => ({ body, value: timeIntegratedActivity(kinetics[cycle - 1] ?? kinetics[0]) / volumeMl })),
  ]);
  const { doseGy } = await voxelKernelEngine.compute({
    spectrum,
    timeIntegratedBqSPerMl: { geometry, unit: 'Bq s/mL', data: decays },
    densityGPerMl: uniform(geometry, 'g/mL', VIRTUAL_DENSITY_G_PER_ML),
    materials: { materialIndex: new Uint8Array(decays.length), materials: [referenceMaterial('soft-tissue')] },
    regions: [],
    organModel: 'adult-male',
  });
  const means = patient.regions.map(({ name, body }) => [name, weightedMean(doseGy.data, painted(geometry, [{ body, value: 1 }]))] as const);
  return Object.fromEntries(means) as Record<VirtualRegionName, number>;
}

function painted(geometry: VolumeGeometry, bodies: readonly PaintedBody[]): Float32Array {
  const area = geometry.size[0] * geometry.size[1];
  const data = new Float32Array(voxelCount(geometry));
  for (let k = 0; k < geometry.size[2]; k++) paintSlice(bodies, geometry, k, LINES, data.subarray(k * area, (k + 1) * area));
  return data;
}

function uniform(geometry: VolumeGeometry, unit: 'g/mL', value: number): Volume<'g/mL'> {
  return { geometry, unit, data: new Float32Array(voxelCount(geometry)).fill(value) };
}

function weightedMean(values: Float32Array, weights: Float32Array): number {
  let [sum, total] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    sum += (values[i] ?? 0) * (weights[i] ?? 0);
    total += weights[i] ?? 0;
  }
  return sum / total;
}
