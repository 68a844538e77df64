import {
  geometriesEqual,
  GraywiseError,
  type CycleVerification,
  type Instant,
  type RegionMask,
  type Volume,
  type VolumeGeometry,
} from '@graywise/physics';
import type { StudyContext } from '../model/studyContext.js';
import { encodePart10 } from './encodePart10.js';
import { doseObject } from './objects/doseObject.js';
import { registrationObject } from './objects/registrationObject.js';
import { segmentationObject } from './objects/segmentationObject.js';
import type { Part10 } from './part10.js';
import { verificationReport } from './report/verificationReport.js';

/** What a record of one cycle is written from. Dose and regions lie on `verification.doseGrid`; `at` is the moment of signing. */
export interface VerificationToWrite {
  readonly verification: CycleVerification;
  readonly dose: Volume<'Gy'>;
  readonly regions: readonly RegionMask[];
  readonly study: StudyContext;
  readonly at: Instant;
}

/**
 * The record of a verified cycle as DICOM: RTDOSE, Segmentation, Spatial Registration, and last the report, which refers to them and restores all of it.
 * A store that ends early therefore leaves no report, and nothing to restore.
 *
 * The same input gives the same bytes and identifiers, so that storing may be repeated. Throws GW_GEOMETRY (another grid), GW_NO_REGIONS,
 * GW_NOT_FINITE, GW_NEGATIVE, GW_DICOM_VALUE.
 */
export function writeVerification({ verification, dose, regions, study, at }: VerificationToWrite): Part10[] {
  assertOnGrid('the dose map', dose.geometry, verification.doseGrid);
  for (const region of regions) assertOnGrid(`the region ${region.name}`, region.geometry, verification.doseGrid);
  const doseFrame = doseObject(verification, dose, study, at);
  const segmentation = segmentationObject(verification, regions, doseFrame.reference, study, at);
  const registration = registrationObject(verification, study, at);
  const objects = { dose: doseFrame.reference, segmentation: segmentation.reference, registration: registration.reference };
  const report = verificationReport(verification, regions, objects, study, at);
  const name = (part: string): string => `graywise-cycle-${verification.cycle}-${part}.dcm`;
  return [
    encodePart10(doseFrame.dataset, name('dose')),
    encodePart10(segmentation.dataset, name('regions')),
    encodePart10(registration.dataset, name('registration')),
    encodePart10(report.dataset, name('report')),
  ];
}

function assertOnGrid(where: string, found: VolumeGeometry, grid: VolumeGeometry): void {
  if (!geometriesEqual(found, grid)) throw new GraywiseError('GW_GEOMETRY', { where, found: 'not on the dose grid of the verification' });
}
