import type { NaturalDataset } from '@graywise/dicom';
import type { Instant } from '@graywise/physics';
import { dicomTime } from './dicomTime.js';

/** The patient and the study that an object belongs to. */
export interface PhantomStudy {
  readonly patient: {
    readonly id: string;
    readonly name: string;
    readonly birthDate: string;
    readonly sex: 'M' | 'F' | 'O';
    readonly weightKg: number | null;
    readonly heightM: number | null;
  };
  readonly studyInstanceUid: string;
  readonly studyId: string;
  readonly description: string;
  readonly start: Instant;
}

/** One series of a study. */
export interface PhantomSeries {
  readonly seriesInstanceUid: string;
  readonly number: number;
  readonly description: string;
  readonly modality: 'CT' | 'NM' | 'SEG';
  readonly start: Instant;
  readonly frameOfReferenceUid: string;
}

/** Patient, study, series, frame of reference and equipment modules, the same for every object of a series. */
export function commonModules(study: PhantomStudy, series: PhantomSeries): NaturalDataset {
  const { patient } = study;
  const [studyTime, seriesTime] = [dicomTime(study.start), dicomTime(series.start)];
  return {
    PatientName: patient.name,
    PatientID: patient.id,
    PatientBirthDate: patient.birthDate,
    PatientSex: patient.sex,
    PatientWeight: patient.weightKg ?? undefined,
    PatientSize: patient.heightM ?? undefined,
    StudyInstanceUID: study.studyInstanceUid,
    StudyID: study.studyId,
    StudyDate: studyTime.date,
    StudyTime: studyTime.time,
    StudyDescription: study.description,
    AccessionNumber: study.studyId,
    ReferringPhysicianName: null,
    SeriesInstanceUID: series.seriesInstanceUid,
    SeriesNumber: series.number,
    SeriesDescription: series.description,
    SeriesDate: seriesTime.date,
    SeriesTime: seriesTime.time,
    Modality: series.modality,
    BodyPartExamined: 'ABDOMEN',
    FrameOfReferenceUID: series.frameOfReferenceUid,
    PositionReferenceIndicator: null,
    TimezoneOffsetFromUTC: seriesTime.zone,
    Manufacturer: 'Graywise',
    ManufacturerModelName: 'Digital SPECT/CT',
    DeviceSerialNumber: 'GW-CAMERA-1',
    SoftwareVersions: '1',
    InstitutionName: 'Graywise digital phantoms',
    ContentDate: seriesTime.date,
    ContentTime: seriesTime.time,
    InstanceCreationDate: seriesTime.date,
    InstanceCreationTime: seriesTime.time,
  };
}
