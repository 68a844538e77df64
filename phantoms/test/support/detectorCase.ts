import {
  dilatedMask,
  exactly,
  fitTimeActivity,
  gram,
  gray,
  injectionSiteDose,
  makeEstimate,
  becquerel,
  nuclideData,
  second,
  voxelVolume,
  type DetectorInput,
  type DetectorRegion,
  type DetectorScan,
  type Estimate,
  type Volume,
  type VolumeGeometry,
} from '@graywise/physics';
import { TISSUES } from '../../src/anatomy/tissues.js';
import { spectAcquisition } from '../../src/camera/spectAcquisition.js';
import { spectCamera } from '../../src/camera/spectCamera.js';
import { activeBodies } from '../../src/course/activeBodies.js';
import { digitalPatient, type DigitalPatient } from '../../src/course/digitalPatient.js';
import { treatedCycle, type TreatedCycle } from '../../src/course/treatedCycle.js';
import { gridGeometry } from '../../src/geometry/gridGeometry.js';
import { movedBody } from '../../src/geometry/movedBody.js';
import { paintSlice, type PaintedBody } from '../../src/geometry/paintSlice.js';
import { randomSource } from '../../src/random/randomSource.js';
import type { PhantomVariant } from '../../src/variants/phantomVariant.js';

const DRAWN = ['kidney-left', 'kidney-right', 'liver', 'spleen', 'red-marrow', 'lesion-1', 'lesion-2', 'lesion-3'] as const;
const NUCLIDE = nuclideData('Lu-177');

export interface DetectorCase {
  readonly seed: number;
  readonly variant?: PhantomVariant;
  readonly size?: 'small' | 'full';
  /** Regions are drawn this much smaller than they are, mm; at least one voxel stays. */
  readonly erodedMm?: number;
  readonly without?: readonly string[];
}

/**
 * What the detectors would be handed for a phantom whose patient lies still: scans as the camera of the phantom takes them (blur and noise), on their own
 * grid, true outlines, true densities. Registration and dose engines, which have tests of their own, are left out: it takes seconds and not minutes.
 */
export function detectorCase({ seed, variant = 'normal', size = 'small', erodedMm = 0, without = [] }: DetectorCase): DetectorInput {
  const patient = digitalPatient(seed, variant);
  const cycle = treatedCycle(seed, 1, patient, NUCLIDE, variant);
  const camera = spectCamera(size, 7);
  const geometry = gridGeometry(camera.size, [camera.voxelMm, camera.voxelMm, camera.voxelMm], [0, 0, 0], 'detectors');
  const calibration = makeEstimate(1, [{ source: 'calibration', key: 'calibration:1', standardUncertainty: 0.02 }]);
  const scans = cycle.visits.map((_visit, index) => scanOf(patient, cycle, index, geometry, seed, size));
  const regions = DRAWN.filter(name => !without.includes(name)).map(name => regionOf(name, patient, cycle, scans, geometry, erodedMm));
  return {
    cycle: 1,
    radiopharmaceutical: '177Lu-DOTATATE',
    nuclide: NUCLIDE,
    administered: makeEstimate(becquerel(cycle.administration.netBq), [
      { source: 'administered activity', key: 'assay:1', standardUncertainty: 0.03 * cycle.administration.netBq },
    ]),
    geometry,
    scans,
    regions,
    density: {
      geometry,
      unit: 'g/mL',
      data: painted(
        bodiesOf(patient, cycle, index => TISSUES[patient.parts[index]!.tissue].densityGPerMl),
        geometry,
      ),
    },
    calibration,
  };
}

function bodiesOf(patient: DigitalPatient, cycle: TreatedCycle, valueOf: (part: number) => number): PaintedBody[] {
  return patient.parts.map(({ body }, index) => ({ body: movedBody(body, cycle.visits[0].placement.matrixLps), value: valueOf(index) }));
}

function painted(bodies: readonly PaintedBody[], geometry: VolumeGeometry): Float32Array {
  const area = geometry.size[0] * geometry.size[1];
  const data = new Float32Array(area * geometry.size[2]);
  const slice = new Float32Array(area);
  for (let k = 0; k < geometry.size[2]; k++) {
    paintSlice(bodies, geometry, k, 'centre', slice);
    data.set(slice, k * area);
  }
  return data;
}

function scanOf(
  patient: DigitalPatient,
  cycle: TreatedCycle,
  index: number,
  geometry: VolumeGeometry,
  seed: number,
  size: 'small' | 'full',
): DetectorScan {
  const camera = spectCamera(size, 7);
  const visit = cycle.visits[index]!;
  const after = visit.start.epochSeconds - cycle.administration.start.epochSeconds;
  const bodies = activeBodies(patient, cycle, cycle.visits[0].placement.matrixLps, after, camera);
  const counts = spectAcquisition(bodies, geometry, camera, randomSource(seed, 'detectors', String(index)));
  const perCount = 1 / (camera.sensitivity * camera.viewsPerHead * camera.secondsPerView);
  const voxelMl = voxelVolume(geometry);
  const concentration: Volume<'Bq/mL'> = {
    geometry,
    unit: 'Bq/mL',
    data: Float32Array.from(counts, count => (count * perCount) / voxelMl),
  };
  const total = counts.reduce((sum, count) => sum + count, 0) * perCount;
  return {
    timePoint: index + 1,
    afterAdministration: second(after),
    concentration,
    becquerelPerCount: perCount / camera.detectedShare,
    inView: makeEstimate(becquerel(total), [{ source: 'calibration', key: 'calibration:1', standardUncertainty: 0.02 * total }]),
  };
}

function regionOf(
  name: (typeof DRAWN)[number],
  patient: DigitalPatient,
  cycle: TreatedCycle,
  scans: readonly DetectorScan[],
  geometry: VolumeGeometry,
  erodedMm: number,
): DetectorRegion {
  const whole = Uint8Array.from(
    painted(
      bodiesOf(patient, cycle, index => (patient.parts[index]!.source === name ? 1 : 0)),
      geometry,
    ),
  );
  const outside = dilatedMask(
    whole.map(value => 1 - value),
    geometry,
    erodedMm,
  );
  const eroded = whole.map((value, voxel) => (value === 1 && outside[voxel] !== 1 ? 1 : 0));
  const mask = eroded.includes(1) ? eroded : whole;
  const curve = scans.map(({ timePoint, afterAdministration, concentration, becquerelPerCount }) => {
    const sum = concentration.data.reduce((total, value, voxel) => total + (mask[voxel] === 1 ? value : 0), 0) * voxelVolume(geometry);
    const activity = makeEstimate(becquerel(sum), [
      { source: 'counts', key: `counts:${String(timePoint)}:${name}`, standardUncertainty: Math.sqrt(sum * (becquerelPerCount ?? 0)) },
      { source: 'calibration', key: 'calibration:1', standardUncertainty: 0.02 * sum },
    ]);
    return { timePoint, afterAdministration, activity };
  });
  const { fit, effectiveHalfLife, timeIntegratedActivity } = fitTimeActivity({
    points: curve,
    physicalHalfLife: NUCLIDE.halfLife,
    where: name,
  });
  const grams = mask.reduce((sum, value) => sum + value, 0) * voxelVolume(geometry) * 1.05;
  const absorbedDose: Estimate<ReturnType<typeof gray>> = injectionSiteDose(
    NUCLIDE.electronEnergyPerDecay,
    timeIntegratedActivity,
    exactly(gram(grams)),
  );
  return { name, label: name, mask, curve, model: fit.model, effectiveHalfLife, absorbedDose };
}
