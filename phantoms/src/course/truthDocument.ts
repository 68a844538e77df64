import { formatInstant, secondsBetween, type Nuclide } from '@graywise/physics';
import type { BySource } from '../anatomy/anatomyPart.js';
import type { SpectCamera } from '../camera/spectCamera.js';
import type { TrueDoseModel } from '../dose/trueDoseModel.js';
import type { Kinetics } from '../kinetics/kinetics.js';
import { timeIntegratedActivity } from '../kinetics/timeIntegratedActivity.js';
import type { PhantomVariant } from '../variants/phantomVariant.js';
import { variantTruth } from '../variants/variantTruth.js';
import { meanWhileCounting } from './activeBodies.js';
import { decaysOf } from './decaysOf.js';
import type { DigitalPatient } from './digitalPatient.js';
import type { TreatedCycle } from './treatedCycle.js';
import { TRUE_REGIONS, type TrueRegion } from './trueRegions.js';

/** Everything that the truth tells of. */
export interface TrueCourse {
  readonly seed: number;
  readonly variant: PhantomVariant;
  readonly patient: DigitalPatient;
  readonly cycles: readonly TreatedCycle[];
  readonly nuclide: Nuclide;
  readonly camera: SpectCamera;
  readonly doseOf: TrueDoseModel;
}

/** The truth as `truth.json` holds it: masses, time-integrated activities, absorbed doses and motions, by cycle. README.md names every key. */
export function truthDocument(course: TrueCourse): object {
  const { seed, variant, patient, nuclide, camera } = course;
  return {
    phantom: 'lu-dotatate',
    ...(variant !== 'normal' && { variant }),
    seed,
    nuclide: nuclide.name,
    radiopharmaceutical: '177Lu-DOTATATE',
    absorbedDosePart: `all: electrons and photons, from the region itself and from everything else of the trunk${
      variant === 'normal' ? '' : '; photons and electrons from the places that the variant adds are left out'
    }`,
    electronEnergyPerDecay_J: nuclide.electronEnergyPerDecay,
    patient: { weight_kg: patient.weightKg, height_m: patient.heightM },
    camera: {
      resolution_mm: camera.resolutionMm,
      sensitivity_cps_per_MBq: camera.sensitivity * 1e6,
      detectedShare: camera.detectedShare,
      countingTime_s: camera.viewsPerHead * camera.secondsPerView,
    },
    cycles: course.cycles.map(cycle => cycleTruth(course, cycle)),
  };
}

function cycleTruth(course: TrueCourse, cycle: TreatedCycle): object {
  const { administration: given, visits } = cycle;
  const source = (name: string, kinetics: Kinetics): object => sourceTruth(name, kinetics, cycle, course.camera);
  return {
    cycle: cycle.cycle,
    administered_MBq: given.netBq / 1e6,
    administrationStart: formatInstant(given.start),
    regions: TRUE_REGIONS.map(region => ({ ...source(region.name, kineticsOf(region, cycle)), ...regionTruth(region, course, cycle) })),
    otherSources: [
      ...(['marrow elsewhere', 'bowel'] as const).map(name => source(name, cycle.kinetics[name])),
      source('remainder', cycle.remainder),
    ],
    ...(course.variant !== 'normal' && { variantSources: variantTruth(cycle, course.camera, course.nuclide) }),
    scans: visits.map(({ timePoint, start, frameOfReferenceUid }) => ({
      timePoint,
      start: formatInstant(start),
      afterAdministration_h: secondsBetween(given.start, start) / 3600,
      frameOfReferenceUid,
    })),
    transformsLps: visits.map(({ fromFirst }) => fromFirst.matrixLps),
  };
}

function kineticsOf({ parts }: TrueRegion, { kinetics }: TreatedCycle): Kinetics {
  return {
    terms: parts.flatMap(part => kinetics[part].terms),
    effectiveHalfLifeHours: kinetics[parts[0]].effectiveHalfLifeHours,
  };
}

function regionTruth(region: TrueRegion, { patient, doseOf }: TrueCourse, cycle: TreatedCycle): object {
  const total = (values: BySource<number>): number => region.parts.reduce((sum, part) => sum + values[part], 0);
  const { electronsLocalGy, electronsGy, photonsGy, uncertaintyGy } = doseOf(region, decaysOf(cycle));
  const absorbedDoseGy = electronsGy + photonsGy;
  return {
    volume_mL: total(patient.volumesMl),
    mass_g: total(patient.massesKg) * 1000,
    effectiveHalfLife_h: kineticsOf(region, cycle).effectiveHalfLifeHours,
    absorbedDose_Gy: absorbedDoseGy,
    absorbedDose_u_Gy: uncertaintyGy,
    absorbedDoseElectronsLocal_Gy: electronsLocalGy,
    absorbedDoseElectrons_Gy: electronsGy,
    absorbedDosePhotons_Gy: photonsGy,
    absorbedDosePerActivity_Gy_per_GBq: absorbedDoseGy / (cycle.administration.netBq * 1e-9),
  };
}

function sourceTruth(name: string, kinetics: Kinetics, { administration, visits }: TreatedCycle, camera: SpectCamera): object {
  return {
    name,
    timeIntegratedActivity_MBq_h: timeIntegratedActivity(kinetics) / 3.6e9,
    terms: kinetics.terms.map(({ amplitudeBq, ratePerSecond }) => ({ amplitude_MBq: amplitudeBq / 1e6, rate_per_h: ratePerSecond * 3600 })),
    meanActivityDuringScans_MBq: visits.map(
      ({ start }) => meanWhileCounting(kinetics, secondsBetween(administration.start, start), camera) / 1e6,
    ),
  };
}
