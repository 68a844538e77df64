import { densityAtHounsfield, densityCurve, nuclideData } from '@graywise/physics';
import { SOURCE_REGIONS } from '../src/anatomy/anatomyPart.js';
import { TISSUES } from '../src/anatomy/tissues.js';
import { digitalPatient } from '../src/course/digitalPatient.js';
import { treatedCycle, type TreatedCycle } from '../src/course/treatedCycle.js';
import type { Kinetics } from '../src/kinetics/kinetics.js';
import { meanActivity } from '../src/kinetics/meanActivity.js';
import { timeIntegratedActivity } from '../src/kinetics/timeIntegratedActivity.js';

const nuclide = nuclideData('Lu-177');
const HOUR = 3600;

/** Simpson's rule, an independent way to the integrals. */
function simpson(f: (t: number) => number, from: number, to: number, intervals: number): number {
  const step = (to - from) / intervals;
  let sum = f(from) + f(to);
  for (let i = 1; i < intervals; i++) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * step);
  return (sum * step) / 3;
}

const at = (kinetics: Kinetics, seconds: number): number => meanActivity(kinetics, seconds, seconds);
const seeds = [1, 2, 3];
const patients = new Map(seeds.map(seed => [seed, digitalPatient(seed)]));
const cycleOf = (seed: number, cycle: 1 | 2): TreatedCycle => treatedCycle(seed, cycle, patients.get(seed)!, nuclide);

describe('kinetics of the patient', () => {
  it('integrate to what quadrature finds', () => {
    for (const region of SOURCE_REGIONS) {
      const kinetics = cycleOf(1, 1).kinetics[region];
      const numeric = simpson(t => at(kinetics, t), 0, 60 * HOUR, 6000) + simpson(t => at(kinetics, t), 60 * HOUR, 6000 * HOUR, 20_000);
      expect(timeIntegratedActivity(kinetics) / numeric).toBeCloseTo(1, 6);
      expect(meanActivity(kinetics, 3 * HOUR, 3.4 * HOUR)).toBeCloseTo(
        simpson(t => at(kinetics, t), 3 * HOUR, 3.4 * HOUR, 200) / (0.4 * HOUR),
        0,
      );
    }
  });

  it.each(seeds)('seed %p: regions start empty, are never negative, and clear no slower than the nuclide decays', seed => {
    for (const cycle of [1, 2] as const) {
      for (const region of SOURCE_REGIONS) {
        const kinetics = cycleOf(seed, cycle).kinetics[region];
        // A sum of terms that cancel: nothing but rounding is left of 1e8 Bq.
        expect(Math.abs(at(kinetics, 0))).toBeLessThan(1e-3);
        for (let hours = 0.25; hours < 1000; hours *= 1.3) expect(at(kinetics, hours * HOUR)).toBeGreaterThan(0);
        expect(kinetics.effectiveHalfLifeHours * HOUR).toBeLessThan(nuclide.halfLife);
      }
    }
  });

  it.each(seeds)('seed %p: body and organs together never hold more than was given and has not decayed', seed => {
    const { kinetics, remainder, administration } = cycleOf(seed, 1);
    for (const hours of [0, 0.2, 0.5, 1, 2, 4, 8, 24, 96, 168, 400]) {
      const held = SOURCE_REGIONS.reduce((sum, region) => sum + at(kinetics[region], hours * HOUR), at(remainder, hours * HOUR));
      expect(held).toBeLessThanOrEqual(administration.netBq * 2 ** ((-hours * HOUR) / nuclide.halfLife) * (1 + 1e-9));
    }
  });

  it.each(seeds)('seed %p: kidneys, organs and lesions lie where patients do', seed => {
    const patient = patients.get(seed)!;
    const { kinetics, administration } = cycleOf(seed, 1);
    const dosePerGigabecquerel = (region: (typeof SOURCE_REGIONS)[number]): number =>
      (timeIntegratedActivity(kinetics[region]) * nuclide.electronEnergyPerDecay) /
      patient.massesKg[region] /
      (administration.netBq * 1e-9);
    for (const kidney of ['kidney-left', 'kidney-right'] as const) {
      expect(dosePerGigabecquerel(kidney)).toBeGreaterThan(0.38);
      expect(dosePerGigabecquerel(kidney)).toBeLessThan(0.72);
      expect(kinetics[kidney].effectiveHalfLifeHours).toBeGreaterThanOrEqual(40);
      expect(kinetics[kidney].effectiveHalfLifeHours).toBeLessThanOrEqual(60);
      expect(Math.abs(patient.volumesMl[kidney] - 155)).toBeLessThan(17);
    }
    expect(Math.abs(patient.volumesMl.liver - 1700)).toBeLessThan(200);
    expect(Math.abs(patient.volumesMl['lesion-1'] - 3)).toBeLessThan(0.3);
    expect(Math.abs(patient.volumesMl['lesion-2'] - 20)).toBeLessThan(2);
    expect(Math.abs(patient.volumesMl['lesion-3'] - 60)).toBeLessThan(6);
    expect(Math.abs(administration.netBq / 7.4e9 - 1)).toBeLessThan(0.05);
    expect(patient.remainderMassKg).toBeGreaterThan(60);
  });

  it('marrow has one concentration everywhere, and lesions take up less in the second cycle', () => {
    const patient = patients.get(1)!;
    const [first, second] = [cycleOf(1, 1), cycleOf(1, 2)];
    const concentration = (region: 'red-marrow' | 'marrow elsewhere'): number =>
      at(first.kinetics[region], 24 * HOUR) / patient.volumesMl[region];
    expect(concentration('red-marrow') / concentration('marrow elsewhere')).toBeCloseTo(1, 9);
    for (const lesion of ['lesion-1', 'lesion-2', 'lesion-3'] as const) {
      const perActivity = (cycle: TreatedCycle): number => timeIntegratedActivity(cycle.kinetics[lesion]) / cycle.administration.netBq;
      expect(perActivity(second)).toBeLessThan(perActivity(first));
    }
  });
});

describe('tissues', () => {
  it.each(Object.entries(TISSUES))(
    '%s: its HU gives its density by the calibration of Schneider',
    (_name, { hounsfield, densityGPerMl }) => {
      // Both are rounded: half a HU is 0.0005 g/mL.
      const found = densityAtHounsfield(hounsfield, densityCurve());
      expect(Math.abs(found - densityGPerMl)).toBeLessThan(0.001);
    },
  );
});
