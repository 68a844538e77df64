import * as fc from 'fast-check';
import {
  acquisitionDecayFactor,
  administeredActivity,
  assertCalibrationFits,
  becquerel,
  calibratedConcentration,
  cameraCalibrationFactor,
  concentrationAtScanStart,
  deadTimeCorrection,
  decayFactor,
  decayToStart,
  hours,
  instantAfter,
  makeEstimate,
  megabecquerel,
  millilitre,
  nuclideData,
  parseInstant,
  relativeUncertainty,
  second,
  secondsBetween,
  voxelVolume,
  type CalibrationAcquisition,
  type CameraIdentity,
  type Volume,
  type VolumeGeometry,
} from '@graywise/physics';
import { cylinderImage } from '../support/cylinderImage.js';

const { halfLife } = nuclideData('Lu-177');
const start = parseInstant('2026-03-02T12:00:00+00:00');
const geometry: VolumeGeometry = {
  size: [64, 64, 60],
  spacingMm: [4.8, 4.8, 4.8],
  originLps: [-150, -150, -140],
  direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  frameOfReferenceUid: '1.2',
};
const camera: CameraIdentity = {
  manufacturer: 'Maker',
  model: 'M 1',
  serialNumber: '7',
  collimator: 'MEGP',
  reconstruction: 'OSEM 6i 10s',
  energyWindowKev: [187.2, 228.8],
};
const BECQUEREL_PER_RATE = 1e5;
const concentration = 1e5; // Bq/mL at the start
const counting = second(1200);

/** Counts per mL that a camera of 1e5 Bq per (1/s) collects in 1200 s, the activity decaying over 1800 s of wall time. */
const countsPerMl = ((concentration / BECQUEREL_PER_RATE) * counting) / acquisitionDecayFactor(halfLife, second(1800));

const image = cylinderImage({
  geometry,
  radius: 108,
  length: 186,
  centreLps: [3, -5, 2],
  rotationDegrees: [0, 0, 0],
  fwhm: 12,
  countsPerMl,
  noise: null,
});

const largest = (volume: Volume): number => volume.data.reduce((a, b) => Math.max(a, b), 0);
const total = (volume: Volume): number => volume.data.reduce((a, b) => a + b, 0);
/** The volume of the cylinder as it was sampled, 0.2 % from the exact one. */
const volume = millilitre(total(image) / countsPerMl);

function acquisition(counts: Volume<'counts'>, changes: Partial<CalibrationAcquisition> = {}): CalibrationAcquisition {
  const at = parseInstant('2026-03-02T08:00:00+00:00');
  const activity = becquerel((concentration * volume) / decayFactor(halfLife, secondsBetween(at, start)));
  return {
    counts,
    acquisitionSeconds: counting,
    start,
    duration: second(1800),
    decayCorrectedTo: null,
    halfLife,
    deadTime: null,
    cylinder: {
      activity: makeEstimate(activity, [{ source: 'calibration', key: 'assay', standardUncertainty: activity * 0.015 }]),
      at,
      volume,
    },
    nuclide: 'Lu-177',
    camera,
    source: { sopClassUid: '1', sopInstanceUid: '2', seriesInstanceUid: '3', studyInstanceUid: '4' },
    validDays: null,
    ...changes,
  };
}

describe('decay of an acquisition', () => {
  it('C1 is x / (1 - e^-x), 1 for no time at all', () => {
    expect(acquisitionDecayFactor(hours(1), second(0))).toBe(1);
    expect(acquisitionDecayFactor(hours(1), hours(1))).toBeCloseTo(2 * Math.LN2, 14);
    // A half hour of Y-90 PET (half-life 64.1 h), computed with numpy.
    expect(acquisitionDecayFactor(hours(64.1), hours(0.5))).toBeCloseTo(1.00270582, 8);
    expect(acquisitionDecayFactor(hours(1e9), second(1)) - 1).toBeLessThan(1e-12);
  });

  it('C2 the same scan in any decay dialect gives the same concentration at its start', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 7200, noNaN: true }),
        fc.double({ min: -86400, max: 7 * 86400, noNaN: true }),
        (duration, ago) => {
          const timing = { start, duration: second(duration) };
          const mean = 1000 / acquisitionDecayFactor(halfLife, second(duration));
          const corrected = 1000 / decayFactor(halfLife, ago);
          expect(mean * decayToStart({ ...timing, decayCorrectedTo: null }, halfLife)).toBeCloseTo(1000, 8);
          expect(corrected * decayToStart({ ...timing, decayCorrectedTo: instantAfter(start, -ago) }, halfLife)).toBeCloseTo(1000, 8);
          expect(decayToStart({ ...timing, decayCorrectedTo: start }, halfLife)).toBe(1);
        },
      ),
    );
  });

  it('C2 an image in Bq/mL is moved to the start of its scan', () => {
    const pet: Volume<'Bq/mL'> = { geometry: { ...geometry, size: [2, 1, 1] }, unit: 'Bq/mL', data: Float32Array.of(100, 200) };
    const moved = concentrationAtScanStart({
      concentration: pet,
      start,
      duration: second(1800),
      decayCorrectedTo: instantAfter(start, -halfLife),
      halfLife,
    });
    expect([...moved.data]).toEqual([50, 100]);
    const broken = { ...pet, data: Float32Array.of(1, NaN) };
    expect(() => concentrationAtScanStart({ concentration: broken, start, duration: second(1), decayCorrectedTo: null, halfLife })).toThrow(
      expect.objectContaining({ code: 'GW_NOT_FINITE' }),
    );
  });
});

describe('dead time', () => {
  const paralyzable = { model: 'paralyzable', tau: second(4.6e-6) } as const;

  // Observed rates of a paralyzable detector with the 4.6 us of Uribe et al., EJNMMI Phys. 5 (2018), from n exp(-n tau) in numpy.
  it.each([
    [4886.31242, 5000],
    [18242.103, 20000],
    [39726.6801, 50000],
  ])('C3 an observed rate of %p per second is a true one of %p', (observed, truth) => {
    expect((observed * deadTimeCorrection(observed, paralyzable)) / truth).toBeCloseTo(1, 7);
  });

  it('C3 inverts both models over their whole range', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), x => {
        const observed = (x * Math.exp(-x)) / paralyzable.tau;
        // Near the maximum the inverse is as steep as 1 / (1 - x): rounding grows with it.
        expect(Math.abs(observed * deadTimeCorrection(observed, paralyzable) * paralyzable.tau - x) * (1 - x)).toBeLessThan(1e-12);
        const slower = x / (1 + x) / paralyzable.tau;
        expect(slower * deadTimeCorrection(slower, { ...paralyzable, model: 'non-paralyzable' }) * paralyzable.tau).toBeCloseTo(x, 10);
      }),
    );
  });

  it('C3 refuses a rate that the model cannot produce', () => {
    const highest = 1 / (Math.E * paralyzable.tau);
    // Case cal-01: the most that such a detector can show, per second.
    expect(highest).toBeCloseTo(79973.8, 1);
    expect(deadTimeCorrection(highest * (1 - 1e-12), paralyzable)).toBeCloseTo(Math.E, 4);
    expect(() => deadTimeCorrection(highest * 1.000001, paralyzable)).toThrow(expect.objectContaining({ code: 'GW_DEAD_TIME' }));
    expect(() => deadTimeCorrection(1 / 4.6e-6, { ...paralyzable, model: 'non-paralyzable' })).toThrow(
      expect.objectContaining({ code: 'GW_DEAD_TIME' }),
    );
    expect(() => deadTimeCorrection(NaN, paralyzable)).toThrow(expect.objectContaining({ code: 'GW_DEAD_TIME' }));
  });
});

describe('camera calibration factor', () => {
  it('C4 is the activity over the count rate of the whole field at the start, whatever the resolution', () => {
    const calibration = cameraCalibrationFactor(acquisition(image));
    // 1e-6: float32 voxels.
    expect(Math.abs(calibration.factor.value / BECQUEREL_PER_RATE - 1)).toBeLessThan(1e-6);
    expect(calibration.method).toBe('whole field');
    // The blur does not reach the central part.
    expect(Math.abs(calibration.centralDifference ?? 1)).toBeLessThan(1e-6);
    expect(secondsBetween(start, calibration.validUntil)).toBe(365 * 86400);
    expect(calibration.highestCountRate).toBeCloseTo(total(image) / 1200, 1);
    expect(calibration.assumptions.join(' ')).toMatch(/365 days; suggested/);
  });

  it('C4 finds the inside of a cylinder that lies askew, in noise', () => {
    const askew = cylinderImage({
      geometry,
      radius: 70,
      length: 160,
      centreLps: [10, 0, -5],
      rotationDegrees: [25, 60, 0],
      fwhm: 15,
      countsPerMl: 40,
      noise: 3,
    });
    const calibration = cameraCalibrationFactor(
      acquisition(askew, { cylinder: { ...acquisition(askew).cylinder, volume: millilitre((Math.PI * 70 ** 2 * 160) / 1000) } }),
    );
    // About 4000 central voxels of 4.4 counts: 0.75 % standard error.
    expect(Math.abs(calibration.centralDifference ?? 1)).toBeLessThan(0.02);
  });

  it('C5 carries assay and counting statistics, and what its second estimate disagrees by', () => {
    const sound = cameraCalibrationFactor(acquisition(image)).factor;
    const counts = total(image);
    expect(relativeUncertainty(sound)).toBeCloseTo(Math.hypot(0.015, 1 / Math.sqrt(counts)), 6);
    expect(sound.contributions.map(({ key }) => key)).toEqual(['assay', 'calibration:3:counts']);
    // Case cal-04: 1.57 % of activity and 0.3 % of counts are 1.59841 % (published by NPL with 177Lu: 1.6 %). The counts of the image are scaled to 0.3 %.
    const fewer = image.data.map(value => value / (counts * 0.003 ** 2));
    const assay = makeEstimate(megabecquerel(300), [{ source: 'calibration', key: 'assay', standardUncertainty: 300e6 * 0.0157 }]);
    const published = cameraCalibrationFactor(
      acquisition({ ...image, data: fewer }, { cylinder: { ...acquisition(image).cylinder, activity: assay, volume: null } }),
    );
    expect(100 * relativeUncertainty(published.factor)).toBeCloseTo(1.59841, 4);
    const misstated = acquisition(image, { cylinder: { ...acquisition(image).cylinder, volume: millilitre(volume / 1.06) } });
    const doubtful = cameraCalibrationFactor(misstated);
    expect(doubtful.factor.value).toBe(sound.value);
    expect(doubtful.centralDifference).toBeCloseTo(0.06, 2);
    expect(relativeUncertainty(doubtful.factor)).toBeCloseTo(doubtful.centralDifference ?? 0, 12);
  });

  it('C6 takes the concentration, and says so, when the field of view cuts the source, and refuses without a volume', () => {
    const long = cylinderImage({
      geometry,
      radius: 90,
      length: 400,
      centreLps: [0, 0, 0],
      rotationDegrees: [0, 0, 0],
      fwhm: 12,
      countsPerMl,
      noise: null,
    });
    const whole = millilitre((Math.PI * 90 ** 2 * 400) / 1000);
    const { cylinder } = acquisition(long);
    const activity = makeEstimate(becquerel((cylinder.activity.value * whole) / volume), []);
    const calibration = cameraCalibrationFactor(acquisition(long, { cylinder: { ...cylinder, activity, volume: whole } }));
    expect(calibration.method).toBe('central concentration');
    // 0.1 % as above: float32 counts, and the ends of the field lose their blur two resolutions away.
    expect(Math.abs(calibration.factor.value / BECQUEREL_PER_RATE - 1)).toBeLessThan(1e-3);
    expect(calibration.assumptions.join(' ')).toMatch(/cuts the calibration source/);
    expect(() => cameraCalibrationFactor(acquisition(long, { cylinder: { ...cylinder, volume: null } }))).toThrow(
      expect.objectContaining({ code: 'GW_CALIBRATION_CUT' }),
    );
  });

  it('C6 refuses an image without counts', () => {
    const empty = { ...image, data: new Float32Array(image.data.length) };
    expect(() => cameraCalibrationFactor(acquisition(empty))).toThrow(expect.objectContaining({ code: 'GW_TOO_FEW_COUNTS' }));
  });
});

describe('calibrated concentration', () => {
  const calibration = cameraCalibrationFactor(acquisition(image));
  const { highestCountRate } = calibration;

  it('C7 returns the activity of the calibration source itself', () => {
    const activity = calibratedConcentration({ ...acquisition(image), calibration });
    const becquerels = total(activity) * voxelVolume(geometry);
    // float32 voxels, summed in double precision: 1e-6.
    expect(Math.abs(becquerels / (concentration * volume) - 1)).toBeLessThan(1e-6);
  });

  it('C7 does not depend on the time per view, on decay correction or on the size of voxels', () => {
    const longer = { ...image, data: image.data.map(counts => counts / 2) };
    const timing = { acquisitionSeconds: second(600), duration: second(900) };
    const halved = calibratedConcentration({ ...acquisition(longer), ...timing, calibration });
    const expected = (concentration * acquisitionDecayFactor(halfLife, second(900))) / acquisitionDecayFactor(halfLife, second(1800));
    expect(largest(halved) / expected).toBeCloseTo(1, 2);
    const toAdministration = instantAfter(start, -86400);
    const corrected = {
      ...image,
      data: image.data.map(counts => counts * acquisitionDecayFactor(halfLife, second(1800)) * decayFactor(halfLife, -86400)),
    };
    const same = calibratedConcentration({
      ...acquisition(corrected),
      decayCorrectedTo: toAdministration,
      calibration,
      acceptCountRate: true,
    });
    expect(largest(same) / largest(calibratedConcentration({ ...acquisition(image), calibration }))).toBeCloseTo(1, 5);
  });

  it('C8 refuses a count rate above the calibration, unless a model or a person covers it', () => {
    const hot = { ...image, data: image.data.map(counts => counts * 3) };
    expect(() => calibratedConcentration({ ...acquisition(hot), calibration })).toThrow(expect.objectContaining({ code: 'GW_DEAD_TIME' }));
    const accepted = calibratedConcentration({ ...acquisition(hot), calibration, acceptCountRate: true });
    const tau = second(5e-6);
    const modelled = calibratedConcentration({ ...acquisition(hot), calibration, deadTime: { model: 'paralyzable', tau } });
    const factor = deadTimeCorrection(3 * highestCountRate, { model: 'paralyzable', tau });
    expect(factor).toBeGreaterThan(1.05);
    expect(largest(modelled) / largest(accepted)).toBeCloseTo(factor, 5);
    const shared = calibratedConcentration({ ...acquisition(hot), calibration, deadTime: { model: 'paralyzable', tau }, detectors: 2 });
    expect(largest(shared) / largest(accepted)).toBeCloseTo(deadTimeCorrection(1.5 * highestCountRate, { model: 'paralyzable', tau }), 5);
  });
});

describe('fit of a calibration to a scan', () => {
  const calibration = cameraCalibrationFactor(acquisition(image));
  const need = { camera, nuclide: 'Lu-177', at: instantAfter(start, 30 * 86400) };

  it('C9 accepts the same camera, and writing that differs', () => {
    expect(assertCalibrationFits(calibration, need)).toEqual([]);
    expect(
      assertCalibrationFits(calibration, {
        ...need,
        camera: { ...camera, model: 'm-1', reconstruction: 'osem 6I10S', energyWindowKev: [187, 229] },
      }),
    ).toEqual([]);
  });

  it.each([
    ['nuclide', { nuclide: 'I-131' }],
    ['collimator', { camera: { ...camera, collimator: 'LEHR' } }],
    ['serial number', { camera: { ...camera, serialNumber: '8' } }],
    ['reconstruction', { camera: { ...camera, reconstruction: 'FBP' } }],
    ['energy window', { camera: { ...camera, energyWindowKev: [100, 120] as const } }],
  ])('C9 refuses another %s', (_name, change) => {
    expect(() => assertCalibrationFits(calibration, { ...need, ...change })).toThrow(
      expect.objectContaining({ code: 'GW_CALIBRATION_MISMATCH' }),
    );
  });

  it('C9 says what it had to assume where something is not stated', () => {
    const silent = { ...camera, reconstruction: ' ', energyWindowKev: null };
    const assumptions = assertCalibrationFits(calibration, { ...need, camera: silent });
    expect(assumptions).toHaveLength(2);
    expect(assumptions.join(' ')).toMatch(/reconstruction.*energy window/);
  });

  it('C10 refuses a calibration outside its validity, and names one that is younger than the scan', () => {
    expect(() => assertCalibrationFits(calibration, { ...need, at: instantAfter(start, 366 * 86400) })).toThrow(
      expect.objectContaining({ code: 'GW_CALIBRATION_EXPIRED' }),
    );
    expect(() => assertCalibrationFits(calibration, { ...need, at: instantAfter(start, -366 * 86400) })).toThrow(
      expect.objectContaining({ code: 'GW_CALIBRATION_EXPIRED' }),
    );
    expect(assertCalibrationFits(calibration, { ...need, at: instantAfter(start, -86400) })).toEqual([
      expect.stringMatching(/1\.0 days after the scan/),
    ]);
    const shorter = cameraCalibrationFactor(acquisition(image, { validDays: 20 }));
    expect(() => assertCalibrationFits(shorter, need)).toThrow(expect.objectContaining({ code: 'GW_CALIBRATION_EXPIRED' }));
  });
});

describe('administered activity', () => {
  const facts = {
    cycle: 1,
    radiopharmaceutical: '177Lu-DOTATATE',
    preAssay: { activity: megabecquerel(7500), at: instantAfter(start, -halfLife) },
    residual: { activity: megabecquerel(50), at: instantAfter(start, halfLife) },
    start,
    end: null,
  };

  it('C11 is the assay minus the residual, both at the start', () => {
    const administered = administeredActivity(facts, halfLife);
    // 1e-2 Bq of 3.65e9: rounding of the two exponentials.
    expect(administered.value).toBeCloseTo(3750e6 - 100e6, 2);
    expect(relativeUncertainty(administered)).toBeCloseTo(0.05 / Math.sqrt(3), 12);
    expect(administeredActivity({ ...facts, residual: null }, halfLife, 0.01).standardUncertainty).toBeCloseTo(37.5e6, 2);
  });

  it('C11 refuses a residual that leaves nothing', () => {
    expect(() => administeredActivity({ ...facts, residual: { activity: megabecquerel(8000), at: start } }, halfLife)).toThrow(
      expect.objectContaining({ code: 'GW_FACTS_INVALID' }),
    );
  });
});
