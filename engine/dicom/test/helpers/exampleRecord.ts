import type { StudyContext, VerificationToWrite } from '@graywise/dicom';
import {
  becquerel,
  exactly,
  gray,
  grayPerBecquerel,
  indexToLps,
  kilogram,
  makeEstimate,
  megabecquerel,
  megabecquerelHour,
  millilitre,
  rigidTransform,
  second,
  type CycleVerification,
  type ObjectReference,
  type RegionMask,
  type RegionResult,
  type RigidTransform,
  type VolumeGeometry,
} from '@graywise/physics';

export const STUDY: StudyContext = {
  patient: { id: 'GW-1', name: 'Ångström^Éva=ÅNG^É', birthDate: '19610203', sex: 'F', weightKg: 71.5, issuer: 'HOSPITAL' },
  studyInstanceUid: '1.2.826.0.1.3680043.10.1.1',
  studyDate: '20260302',
  studyTime: '091500',
  studyId: '7',
  accessionNumber: 'A77',
  studyDescription: '177Lu-DOTATATE cycle 1',
  referringPhysician: 'Curie^Marie',
};

/** 2026-03-09 16:30 at UTC+1. */
export const SIGNED = { epochSeconds: Date.UTC(2026, 2, 9, 15, 30) / 1000, offsetMinutes: 60 };

/**
 * An oblique grid of 13 x 11 x 9 voxels, turned by 20 and 10 degrees. Its k axis is the cross product of the other two, or its opposite when
 * `leftHanded`: then frames must be written in reverse. 13 * 11 is no multiple of eight: packed frames begin inside bytes.
 */
export function obliqueGrid(leftHanded: boolean): VolumeGeometry {
  const turn = rigidTransform({
    rotationDegrees: [0, 20, 10],
    translationMm: [0, 0, 0],
    centreLps: [0, 0, 0],
    from: 'a',
    to: 'a',
  }).matrixLps;
  const sign = leftHanded ? -1 : 1;
  return {
    size: [13, 11, 9],
    spacingMm: [2.4, 2.3, 2.456789],
    originLps: [-101.3, 42.25, 17.8],
    direction: [turn[0], turn[1], sign * turn[2], turn[4], turn[5], sign * turn[6], turn[8], turn[9], sign * turn[10]],
    frameOfReferenceUid: '1.2.826.0.1.3680043.10.2.1',
  };
}

/** A dose that tells every voxel from every other: no symmetry hides a flipped axis. Slice 4 reaches exactly 20 Gy, slice 0 is empty. */
export function exampleDose(geometry: VolumeGeometry): Float32Array {
  const [ni, nj, nk] = geometry.size;
  const data = new Float32Array(ni * nj * nk).map((_, index) => {
    const [i, j, k] = [index % ni, Math.floor(index / ni) % nj, Math.floor(index / (ni * nj))];
    return k === 0 ? 0 : 1.37 * Math.sqrt(i + 1) + 0.21 * j * j + 0.9 * k;
  });
  data[4 * ni * nj + 5] = 20;
  return data;
}

function box(geometry: VolumeGeometry, name: string, label: string, low: readonly number[], high: readonly number[]): RegionMask {
  const [ni, nj, nk] = geometry.size;
  const mask = new Uint8Array(ni * nj * nk).map((_, index) => {
    const place = [index % ni, Math.floor(index / ni) % nj, Math.floor(index / (ni * nj))];
    return place.every((at, axis) => at >= low[axis]! && at <= high[axis]!) ? 1 : 0;
  });
  return { name, label, color: [200, 80, 40], geometry, mask, source: null };
}

/** A kidney, both kidneys (overlapping it) and a lesion whose label needs care. */
export function exampleRegions(geometry: VolumeGeometry): RegionMask[] {
  return [
    box(geometry, 'kidney-left', 'Left kidney', [1, 2, 1], [4, 5, 4]),
    box(geometry, 'kidneys', 'Kidneys', [1, 2, 1], [11, 5, 4]),
    box(geometry, 'lesion-1', 'Läsion 1 \\ Leber = S6^', [6, 6, 5], [9, 9, 8]),
  ];
}

const reference = (series: number, sopClassUid: string): ObjectReference => ({
  sopClassUid,
  sopInstanceUid: `1.2.826.0.1.3680043.10.3.${series}.1`,
  seriesInstanceUid: `1.2.826.0.1.3680043.10.3.${series}`,
  studyInstanceUid: STUDY.studyInstanceUid,
});
const NM = '1.2.840.10008.5.1.4.1.1.20';
const CT = '1.2.840.10008.5.1.4.1.1.2';

/** Maps a point of the reference scan to the second scan. */
export function exampleTransform(geometry: VolumeGeometry): RigidTransform {
  return rigidTransform({
    rotationDegrees: [3, -2, 1.5],
    translationMm: [4.25, -7.5, 11.125],
    centreLps: indexToLps(geometry, [6, 5, 4]),
    from: geometry.frameOfReferenceUid,
    to: '1.2.826.0.1.3680043.10.2.2',
  });
}

function regionResult({ name, label, color }: RegionMask, index: number): RegionResult {
  const share = (value: number, relative: number): { source: 'volume'; key: string; standardUncertainty: number }[] => [
    { source: 'volume', key: `volume:${name}`, standardUncertainty: value * relative },
  ];
  return {
    name,
    label,
    color,
    volume: makeEstimate(millilitre(150 + index / 3), share(150, 0.03)),
    mass: makeEstimate(kilogram(0.158 + index / 300), share(0.158, 0.03)),
    curve: [1, 2].map(timePoint => ({
      timePoint,
      afterAdministration: second(86400 * timePoint),
      activity: makeEstimate(becquerel(1e8 / timePoint), []),
    })),
    fit: {
      model: 'mono-exponential',
      terms: [{ amplitude: 1.234567890123456e8, rate: 3.3333333333333e-6 }],
      parameterNames: ['amplitude', 'rate'],
      covariance: [1e-3, 2e-9, 2e-9, 1e-14],
      residualSumOfSquares: 0.1 + 0.2,
      tail: 'fitted',
      extrapolatedFraction: 0.25,
      reason: 'Two points carry "one" exponential \\ no more.\nSo be it.',
    },
    timeIntegratedActivity: makeEstimate(megabecquerelHour(12345.678901234567), share(4e13, 0.05)),
    effectiveHalfLife: makeEstimate(second(187654.321), share(187654, 0.02)),
    absorbedDose: makeEstimate(gray(4.2 + index / 7), share(4.2, 0.08)),
    absorbedDosePerActivity: makeEstimate(grayPerBecquerel(5.7e-10), []),
    bed: index === 2 ? null : makeEstimate(gray(4.9), share(4.9, 0.09)),
    eqd2: null,
    radiobiology: { alphaBetaGy: 2.5, repairHalfTime: second(10080), source: 'an example', confirmed: false },
    histogram: {
      dosesGy: [0, 1, 2],
      volumeFraction: [1, 0.75, 0],
      minimumGy: 0.1,
      meanGy: 4.2,
      maximumGy: 9,
      d98Gy: 0.2,
      d50Gy: 4,
      d2Gy: 8.8,
    },
    warnings: [
      {
        code: 'GW_PARTIAL_VOLUME',
        message: `${name}: partial volume is neither corrected nor in the uncertainty; small regions read low.`,
      },
    ],
  };
}

/** A small record of one cycle with every kind of content, on an oblique grid. */
export function exampleRecord({ leftHanded = false, at = SIGNED } = {}): VerificationToWrite {
  const geometry = obliqueGrid(leftHanded);
  const regions = exampleRegions(geometry);
  const transform = exampleTransform(geometry);
  const start = { epochSeconds: Date.UTC(2026, 2, 2, 9, 10) / 1000, offsetMinutes: 60 };
  const verification: CycleVerification = {
    schema: 'graywise/verification/1',
    software: 'graywise 0.1.0',
    cycle: 1,
    nuclide: 'Lu-177',
    radiopharmaceutical: '177Lu-DOTATATE',
    physicalHalfLife: second(574300.8),
    administered: makeEstimate(megabecquerel(7412.5), [{ source: 'administered activity', key: 'assay:1', standardUncertainty: 1e8 }]),
    administrationStart: start,
    administrationEnd: null,
    calibration: null,
    scans: [1, 2].map(timePoint => ({
      timePoint,
      modality: 'NM',
      start: { epochSeconds: start.epochSeconds + 86400 * timePoint, offsetMinutes: 60 },
      duration: second(1200),
      afterAdministration: second(86400 * timePoint),
      frameOfReferenceUid: timePoint === 1 ? geometry.frameOfReferenceUid : transform.toFrameOfReferenceUid,
      emission: reference(timePoint, NM),
      ct:
        timePoint === 1
          ? reference(timePoint + 10, CT)
          : { ...reference(timePoint + 10, CT), studyInstanceUid: '1.2.826.0.1.3680043.10.1.2' },
    })),
    referenceTimePoint: 1,
    registrations: [
      {
        timePoint: 2,
        method: 'rigid CT to CT',
        ...transform,
        quality: {
          similarityBefore: 0.4,
          similarityAfter: 0.93,
          inverseConsistencyMm: 0.2,
          translationMm: 14,
          rotationDegrees: 3.9,
          accepted: true,
          reasons: [],
        },
      },
    ],
    doseGrid: geometry,
    doseEngine: 'local deposition',
    regions: regions.map(regionResult),
    measured: [
      {
        name: 'blood',
        label: 'Blood',
        kind: 'blood',
        unit: 'Bq/mL',
        curve: [1, 20].map(after => ({ afterAdministration: second(3600 * after), value: makeEstimate(1e5 / after, []) })),
        model: 'log-linear phases',
        fit: null,
        extrapolatedFraction: 0.1,
        timeIntegrated: makeEstimate(3.1e9, [{ source: 'counts', key: 'counts:blood', standardUncertainty: 1e8 }]),
        effectiveHalfLife: makeEstimate(second(30000), []),
        absorbedDose: makeEstimate(gray(0.07), [{ source: 'counts', key: 'counts:blood', standardUncertainty: 0.002 }]),
        alphaDose: null,
        absorbedDosePerActivity: makeEstimate(grayPerBecquerel(1e-11), []),
        method: 'an example',
        confirmed: true,
        assumptions: ['Blood of 1.06 g/mL.'],
        warnings: [],
      },
    ],
    comparisons: [
      {
        region: 'kidneys',
        basis: 'population',
        expectedMedian: gray(4.5),
        expectedRange95: [gray(1.8), gray(9)],
        delivered: exactly(gray(4.3)),
        z: -0.1,
        verdict: 'within',
        source: 'an example',
        confirmed: false,
        expectedRange50: [gray(3.2), gray(6.1)],
        prior: { id: 'an-example', version: '1', n: null, origin: 'site' },
        sentence: 'Kidneys: 4.3 Gy, in the lower half of what was expected (1.8 to 9.0 Gy); z = -0.1.',
      },
    ],
    comments: [{ region: 'kidneys', text: 'Öffnung der Pforte \\ "späte" Aufnahme' }],
    level: { level: 'ii', reason: 'Level ii: measured, not prescribed by it.' },
    findings: [
      {
        kind: 'extravasation',
        region: null,
        placeLps: [-200.5, 18, -70.25],
        message: '7.0 % of the administered activity lies at the right edge of the body at 4 h.',
        worksheet: [
          { name: 'Local absorbed dose', value: 5.63, standardUncertainty: 0.87, unit: 'Gy' },
          { name: 'Half-life between the first two scans', value: 8.55, standardUncertainty: null, unit: 'h' },
        ],
        advice: ['Look at the place on the images.'],
        extraScans: [second(741600)],
      },
      {
        kind: 'missing uptake',
        region: 'kidney-left',
        placeLps: null,
        message: 'Hardly more than its surroundings.',
        worksheet: [],
        advice: [],
        extraScans: [],
      },
    ],
    assumptions: [{ step: 'calibrate', text: 'Time counts from the start of the administration.' }],
    warnings: [
      { step: 'dose', code: 'GW_PHOTON_PART', message: 'kidneys: local deposition leaves out photons; at most 3 % of the absorbed dose.' },
    ],
    signOff: { name: 'Müller, A.', role: 'Nuclear medicine physician', at },
  };
  return { verification, dose: { geometry, unit: 'Gy', data: exampleDose(geometry) }, regions, study: STUDY, at };
}
