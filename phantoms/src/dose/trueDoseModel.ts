import { defaultChainAssumption, nuclidePointKernel, sourceSpectrum, type Nuclide } from '@graywise/physics';
import type { SourceRegion } from '../anatomy/anatomyPart.js';
import type { DigitalPatient } from '../course/digitalPatient.js';
import { TRUE_REGIONS, type TrueRegion } from '../course/trueRegions.js';
import type { DoseSource } from './doseSource.js';
import { electronDose, type ElectronDose } from './electronDose.js';
import { interfacesOf } from './interfacesOf.js';
import { meanElectronWay } from './meanElectronWay.js';
import { photonDoseMatrix } from './photonDoseMatrix.js';
import { voxelisedPatient } from './voxelisedPatient.js';

/** Absorbed dose of a region, Gy. */
export interface TrueDose {
  readonly electronsLocalGy: number;
  readonly electronsGy: number;
  readonly photonsGy: number;
  /** Standard uncertainty of electrons and photons together by what was counted. */
  readonly uncertaintyGy: number;
}

/** Numbers of decays: in all of a source, the head and limbs in the remainder. */
export type Decays = Readonly<Record<DoseSource, number>>;

/** The dose of a region of `TRUE_REGIONS` from the decays of a cycle. */
export type TrueDoseModel = (region: TrueRegion, decays: Decays) => TrueDose;

export interface TrueDoseOptions {
  /** Of the cubes through which photons go. */
  readonly spacingMm?: number;
  readonly historiesPerSource?: number;
  /** Awaited now and then with the share that is done. */
  readonly pace?: (fraction: number) => Promise<void>;
}

const SPACING_MM = 5;
const HISTORIES_PER_SOURCE = 16000;

/** Everything about the dose that follows from a patient's anatomy, once for all cycles. README.md tells the method. */
export async function trueDoseModel(
  patient: DigitalPatient,
  nuclide: Nuclide,
  { spacingMm = SPACING_MM, historiesPerSource = HISTORIES_PER_SOURCE, pace = () => Promise.resolve() }: TrueDoseOptions = {},
): Promise<TrueDoseModel> {
  const spectrum = await sourceSpectrum(nuclide.name, defaultChainAssumption(nuclide.name));
  const meanWayGPerCm2 = meanElectronWay(await nuclidePointKernel(spectrum, 'soft-tissue', 1));
  const regions = [...new Set(TRUE_REGIONS.flatMap(({ parts }) => parts))];
  const interfaces = new Map(regions.map(region => [region, interfacesOf(region, patient.parts)]));
  const voxels = voxelisedPatient(patient.parts, spacingMm);
  const matrix = await photonDoseMatrix({ patient: voxels, spectrum, targets: TRUE_REGIONS, historiesPerSource, pace });
  const remainderInTrunk = (voxels.massesKg.get('remainder') ?? NaN) / patient.remainderMassKg;

  return (region, decays) => {
    const decaysPerKg = (place: DoseSource | 'outside'): number => {
      if (place === 'outside') return 0;
      return decays[place] / (place === 'remainder' ? patient.remainderMassKg : patient.massesKg[place]);
    };
    const energyPerDecayJ = nuclide.electronEnergyPerDecay;
    const electrons = meanOfParts(region, patient, part => {
      const densityGPerMl = (1000 * patient.massesKg[part]) / patient.volumesMl[part];
      return electronDose({
        region: part,
        densityGPerMl,
        interfaces: interfaces.get(part) ?? [],
        decaysPerKg,
        energyPerDecayJ,
        meanWayGPerCm2,
      });
    });
    let [photonsGy, variance] = [0, electrons.uncertaintyGy ** 2];
    for (const [source, { gyPerDecay, uncertainty }] of matrix.get(region.name) ?? []) {
      const decaysInTrunk = decays[source] * (source === 'remainder' ? remainderInTrunk : 1);
      photonsGy += gyPerDecay * decaysInTrunk;
      variance += (uncertainty * decaysInTrunk) ** 2;
    }
    return { electronsLocalGy: electrons.localGy, electronsGy: electrons.doseGy, photonsGy, uncertaintyGy: Math.sqrt(variance) };
  };
}

/** The dose of a region of several parts is the mean of theirs by mass. */
function meanOfParts({ parts }: TrueRegion, { massesKg }: DigitalPatient, doseOf: (part: SourceRegion) => ElectronDose): ElectronDose {
  const kilograms = parts.reduce((sum, part) => sum + massesKg[part], 0);
  let [localGy, doseGy, variance] = [0, 0, 0];
  for (const part of parts) {
    const [dose, share] = [doseOf(part), massesKg[part] / kilograms];
    localGy += share * dose.localGy;
    doseGy += share * dose.doseGy;
    variance += (share * dose.uncertaintyGy) ** 2;
  }
  return { localGy, doseGy, uncertaintyGy: Math.sqrt(variance) };
}
