import { formatInstant, secondsBetween, type Nuclide } from '@graywise/physics';
import type { BySource, SourceRegion } from '../anatomy/anatomyPart.js';
import type { SpectCamera } from '../camera/spectCamera.js';
import type { Kinetics } from '../kinetics/kinetics.js';
import { timeIntegratedActivity } from '../kinetics/timeIntegratedActivity.js';
import { meanWhileCounting } from './activeBodies.js';
import type { DigitalPatient } from './digitalPatient.js';
import type { TreatedCycle } from './treatedCycle.js';

/** Regions of the truth, in order, each with the source regions that it consists of. */
const TRUE_REGIONS: readonly (readonly [string, readonly [SourceRegion, ...SourceRegion[]]])[] = [
  ['kidney-left', ['kidney-left']],
  ['kidney-right', ['kidney-right']],
  ['kidneys', ['kidney-left', 'kidney-right']],
  ['liver', ['liver']],
  ['spleen', ['spleen']],
  ['red-marrow', ['red-marrow']],
  ['lesion-1', ['lesion-1']],
  ['lesion-2', ['lesion-2']],
  ['lesion-3', ['lesion-3']],
];

/** The truth as `truth.json` holds it: masses, time-integrated activities, absorbed doses and motions, by cycle. README.md names every key. */
export function truthDocument(
  seed: number,
  patient: DigitalPatient,
  cycles: readonly TreatedCycle[],
  nuclide: Nuclide,
  camera: SpectCamera,
): object {
  return {
    phantom: 'lu-dotatate',
    seed,
    nuclide: nuclide.name,
    radiopharmaceutical: '177Lu-DOTATATE',
    absorbedDosePart: 'electrons, absorbed in the region where they are emitted',
    electronEnergyPerDecay_J: nuclide.electronEnergyPerDecay,
    patient: { weight_kg: patient.weightKg, height_m: patient.heightM },
    camera: {
      resolution_mm: camera.resolutionMm,
      sensitivity_cps_per_MBq: camera.sensitivity * 1e6,
      detectedShare: camera.detectedShare,
      countingTime_s: camera.viewsPerHead * camera.secondsPerView,
    },
    cycles: cycles.map(cycle => cycleTruth(patient, cycle, nuclide, camera)),
  };
}

function cycleTruth(patient: DigitalPatient, cycle: TreatedCycle, nuclide: Nuclide, camera: SpectCamera): object {
  const { administration: given, visits } = cycle;
  const startsS = visits.map(({ start }) => secondsBetween(given.start, start));
  return {
    cycle: cycle.cycle,
    administered_MBq: given.netBq / 1e6,
    administrationStart: formatInstant(given.start),
    regions: TRUE_REGIONS.map(([name, parts]) => regionTruth(name, parts, patient, cycle, nuclide, startsS, camera)),
    otherSources: [
      ...(['marrow elsewhere', 'bowel'] as const).map(name => sourceTruth(name, cycle.kinetics[name], startsS, camera)),
      sourceTruth('remainder', cycle.remainder, startsS, camera),
    ],
    scans: visits.map(({ timePoint, start, frameOfReferenceUid }) => ({
      timePoint,
      start: formatInstant(start),
      afterAdministration_h: secondsBetween(given.start, start) / 3600,
      frameOfReferenceUid,
    })),
    transformsLps: visits.map(({ fromFirst }) => fromFirst.matrixLps),
  };
}

function regionTruth(
  name: string,
  parts: readonly [SourceRegion, ...SourceRegion[]],
  patient: DigitalPatient,
  cycle: TreatedCycle,
  nuclide: Nuclide,
  startsS: readonly number[],
  camera: SpectCamera,
): object {
  const total = (values: BySource<number>): number => parts.reduce((sum, part) => sum + values[part], 0);
  const kinetics: Kinetics = {
    terms: parts.flatMap(part => cycle.kinetics[part].terms),
    effectiveHalfLifeHours: cycle.kinetics[parts[0]].effectiveHalfLifeHours,
  };
  const massKg = total(patient.massesKg);
  const absorbedDoseGy = (timeIntegratedActivity(kinetics) * nuclide.electronEnergyPerDecay) / massKg;
  return {
    ...sourceTruth(name, kinetics, startsS, camera),
    volume_mL: total(patient.volumesMl),
    mass_g: massKg * 1000,
    effectiveHalfLife_h: kinetics.effectiveHalfLifeHours,
    absorbedDose_Gy: absorbedDoseGy,
    absorbedDosePerActivity_Gy_per_GBq: absorbedDoseGy / (cycle.administration.netBq * 1e-9),
  };
}

function sourceTruth(name: string, kinetics: Kinetics, startsS: readonly number[], camera: SpectCamera): object {
  return {
    name,
    timeIntegratedActivity_MBq_h: timeIntegratedActivity(kinetics) / 3.6e9,
    terms: kinetics.terms.map(({ amplitudeBq, ratePerSecond }) => ({ amplitude_MBq: amplitudeBq / 1e6, rate_per_h: ratePerSecond * 3600 })),
    meanActivityDuringScans_MBq: startsS.map(start => meanWhileCounting(kinetics, start, camera) / 1e6),
  };
}
