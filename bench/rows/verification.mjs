import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConvolution } from '@graywise/kernels';
import {
  biologicallyEffectiveDose,
  biologicallyEffectiveDoseMap,
  doseVolumeHistogram,
  exactly,
  fitTimeActivity,
  fitVoxelsMonoExponential,
  gray,
  hours,
  lethalInteractionMap,
  nuclidePointKernel,
  referenceMaterial,
  regionActivity,
  sourceSpectrum,
  voxelKernelOf,
} from '@graywise/physics';
import { cpuSeconds } from '../measure/cpuSeconds.mjs';
import { interleaved } from '../measure/interleaved.mjs';
import { HALF_LIFE_HOURS, registeredPatient, SIZE, SPACING_MM, TIMES_HOURS } from '../measure/registeredPatient.mjs';
import { startContender } from '../measure/startContender.mjs';

const REPEATS = 7;
/** Full range: as far as the engine lets a kernel reach, 20 cm. */
const KERNEL_HALF_SIZE = SPACING_MM.map(side => Math.ceil(200 / side));
const JOULE_PER_MEV = 1.602176634e-13;
const [ALPHA_BETA_GY, REPAIR_HALF_TIME] = [2.6, hours(2.8)];

/**
 * One verification from registered arrays to BED: five region curves with their integrals, a curve in every voxel, dose by the convolution with a kernel of full
 * range, five histograms, BED of regions and voxels. Ours is the engine's own code; the other is baselines/verification.py.
 */
export default async function* lines({ python }) {
  const patient = registeredPatient();
  const kernel = await kernelOctant();
  const what = 'one verification of registered arrays against NumPy and SciPy';
  const line = { what, unit: 'x', must: 1, aim: 3, better: 'higher' };
  let result;
  const ours = () => cpuSeconds(async () => (result = await verification(patient, kernel)));
  if (!python) {
    const { own } = await interleaved(REPEATS, { own: ours });
    yield { ...line, figure: null, note: `SciPy is missing; ours: ${own.toFixed(2)} s` };
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'graywise-bench-'));
  writeArrays(folder, patient, kernel);
  const numbers = [
    folder,
    HALF_LIFE_HOURS,
    ALPHA_BETA_GY,
    REPAIR_HALF_TIME / 3600,
    SPACING_MM.join(),
    SIZE.join(),
    KERNEL_HALF_SIZE.join(),
  ];
  const scipy = startContender(python, [join(import.meta.dirname, '../baselines/verification.py'), ...numbers, ...TIMES_HOURS]);
  try {
    let theirs;
    const best = await interleaved(REPEATS, { ours, theirs: async () => (theirs = await scipy.ask()).cpuSeconds });
    const apart = Math.max(...result.meansGy.map((mean, index) => Math.abs(mean / theirs.meansGy[index] - 1)));
    const note = `${best.ours.toFixed(2)} s against ${best.theirs.toFixed(2)} s; mean doses within ${(100 * apart).toFixed(1)} %`;
    yield { ...line, figure: best.theirs / best.ours, note };
  } finally {
    await scipy.end();
    rmSync(folder, { recursive: true });
  }
}

const geometry = {
  size: SIZE,
  spacingMm: SPACING_MM,
  originLps: [0, 0, 0],
  direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  frameOfReferenceUid: '1.2.3',
};
const volume = (unit, data) => ({ geometry, unit, data });

async function verification({ concentrations, densityGPerMl, regions }, kernel) {
  const scans = concentrations.map(data => volume('Bq/mL', data));
  const masks = regions.map(({ name, mask }) => ({ name, label: name, color: [255, 255, 255], geometry, mask, source: null }));
  const curves = masks.map(region => regionCurve(region, scans));
  const voxels = fitVoxelsMonoExponential({
    concentrations: scans,
    afterAdministration: TIMES_HOURS.map(hours),
    physicalHalfLife: hours(HALF_LIFE_HOURS),
  });
  const convolution = await createConvolution({ size: SIZE, kernelHalfSize: KERNEL_HALF_SIZE, kernelOctant: kernel });
  const energyMevPerMl = convolution.convolve(voxels.timeIntegratedBqSPerMl.data);
  const dose = volume('Gy', doseOf(energyMevPerMl, densityGPerMl));
  const histograms = masks.map(region => doseVolumeHistogram(dose, region));
  const effects = histograms.map(({ meanGy }, index) =>
    biologicallyEffectiveDose({
      dose: exactly(gray(meanGy)),
      terms: curves[index].fit.terms,
      alphaBetaGy: ALPHA_BETA_GY,
      repairHalfTime: REPAIR_HALF_TIME,
    }),
  );
  const effectMap = biologicallyEffectiveDoseMap(dose, lethalInteractionMap(voxels, REPAIR_HALF_TIME), ALPHA_BETA_GY);
  return { meansGy: histograms.map(({ meanGy }) => meanGy), effects, effectMap };
}

/** Energy over mass; gas has no dose. */
function doseOf(energyMevPerMl, densityGPerMl) {
  const doseGy = new Float32Array(energyMevPerMl.length);
  for (let voxel = 0; voxel < doseGy.length; voxel++)
    if (densityGPerMl[voxel] >= 0.1) doseGy[voxel] = Math.max(0, (energyMevPerMl[voxel] * JOULE_PER_MEV * 1000) / densityGPerMl[voxel]);
  return doseGy;
}

function regionCurve(region, scans) {
  const points = scans.map((scan, index) => ({
    timePoint: index + 1,
    afterAdministration: hours(TIMES_HOURS[index]),
    activity: exactly(regionActivity(scan, region).activity),
  }));
  return fitTimeActivity({ points, physicalHalfLife: hours(HALF_LIFE_HOURS), where: region.name });
}

/** Made before the clock starts for both: the engine keeps it per radionuclide and grid. What the convolution prepares from it is measured. */
async function kernelOctant() {
  const medium = referenceMaterial('soft-tissue');
  const point = await nuclidePointKernel(await sourceSpectrum('Lu-177', 'parent alone'), 'soft-tissue', medium.densityGPerMl);
  return voxelKernelOf({ kernel: point, voxelMm: SPACING_MM, halfSize: KERNEL_HALF_SIZE }).absorbedMev;
}

function writeArrays(folder, { concentrations, densityGPerMl, regions }, kernel) {
  concentrations.forEach((data, scan) => writeFileSync(join(folder, `scan${scan}.float32`), data));
  regions.forEach(({ mask }, index) => writeFileSync(join(folder, `region${index}.uint8`), mask));
  writeFileSync(join(folder, 'density.float32'), densityGPerMl);
  writeFileSync(join(folder, 'kernel.float32'), Float32Array.from(kernel));
}
