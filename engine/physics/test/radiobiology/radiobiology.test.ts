import {
  biologicallyEffectiveDose,
  equivalentDoseIn2GyFractions,
  exactly,
  gray,
  hours,
  lethalInteraction,
  makeEstimate,
  suggestedRadiobiology,
} from '@graywise/physics';

const rate = (halfLifeHours: number) => Math.LN2 / (halfLifeHours * 3600);
const bed = (dose: number, terms: readonly { amplitude: number; rate: number }[], repairHours = 2.8, alphaBetaGy = 2.6) =>
  biologicallyEffectiveDose({ dose: exactly(gray(dose)), terms, alphaBetaGy, repairHalfTime: hours(repairHours) }).value;

/**
 * G by integrating the damage that is not yet repaired: dN/dt = R(t) - mu N, G D^2 = 2 integral of R N. Fourth-order Runge-Kutta; an algorithm that
 * shares nothing with the closed form.
 */
function integratedG(terms: readonly { amplitude: number; rate: number }[], mu: number): number {
  const slowest = Math.min(...terms.map(term => term.rate));
  const doseRate = (t: number) => terms.reduce((sum, { amplitude, rate: l }) => sum + amplitude * Math.exp(-l * t), 0);
  const steps = 100000;
  const h = 30 / slowest / steps;
  let [damage, dose, interaction] = [0, 0, 0];
  for (let step = 0; step < steps; step++) {
    const t = step * h;
    const [r0, r1, r2] = [doseRate(t), doseRate(t + h / 2), doseRate(t + h)];
    const k1 = r0 - mu * damage;
    const k2 = r1 - mu * (damage + (h / 2) * k1);
    const k3 = r1 - mu * (damage + (h / 2) * k2);
    const k4 = r2 - mu * (damage + h * k3);
    const middle = damage + (h / 2) * ((k1 + k2) / 2);
    const next = damage + (h / 6) * (k1 + 2 * k2 + 2 * k3 + k4);
    interaction += (h / 6) * 2 * (r0 * damage + 4 * r1 * middle + r2 * next);
    dose += (h / 6) * (r0 + 4 * r1 + r2);
    damage = next;
  }
  return interaction / dose ** 2;
}

describe('B1: biologically effective dose', () => {
  it('case bed-01: 5 Gy with an effective half-life of 50 h is 5.50991 Gy, four cycles 22.0396 Gy', () => {
    expect(bed(5, [{ amplitude: 1, rate: rate(50) }])).toBeCloseTo(5.50991, 5);
    expect(4 * bed(5, [{ amplitude: 1, rate: rate(50) }])).toBeCloseTo(22.0396, 4);
    expect(bed(5, [{ amplitude: 1, rate: rate(50) }])).toBeCloseTo(5 + (25 / 2.6) * (2.8 / 52.8), 12);
  });
  it('case bed-02: two clearance phases', () => {
    const terms = [
      { amplitude: 0.25 / 3600, rate: rate(6) },
      { amplitude: 0.06 / 3600, rate: rate(60) },
    ];
    const dose = terms.reduce((sum, term) => sum + term.amplitude / term.rate, 0);
    expect(dose).toBeCloseTo(7.35774, 5);
    expect(lethalInteraction(terms, rate(2.8))).toBeCloseTo(0.0785811, 7);
    expect(bed(dose, terms)).toBeCloseTo(8.99394, 5);
  });
  it('case bed-04: all at once 14.6154 Gy, without end 5 Gy', () => {
    expect(bed(5, [{ amplitude: 1, rate: rate(1e-9) }])).toBeCloseTo(14.6154, 4);
    expect(bed(5, [{ amplitude: 1, rate: rate(1e9) }])).toBeCloseTo(5, 6);
  });
  it.each([
    ['one phase', [{ amplitude: 1, rate: rate(50) }]],
    [
      'two clearance phases',
      [
        { amplitude: 4, rate: rate(6) },
        { amplitude: 1, rate: rate(60) },
      ],
    ],
    [
      'uptake and clearance',
      [
        { amplitude: 1, rate: rate(70) },
        { amplitude: -1, rate: rate(3) },
      ],
    ],
  ])('the closed form equals the integrated damage: %s', (_, terms) => {
    // Runge-Kutta with Simpson at steps of 0.02 h against a repair half-time of 2.8 h
    expect(lethalInteraction(terms, rate(2.8)) / integratedG(terms, rate(2.8))).toBeCloseTo(1, 6);
  });
  it('its uncertainty is that of the dose times dBED/dD', () => {
    const dose = makeEstimate(gray(5), [{ source: 'calibration', key: 'calibration:1', standardUncertainty: 0.5 }]);
    const terms = [{ amplitude: 1, rate: rate(50) }];
    const at = (value: number) => bed(value, terms);
    const result = biologicallyEffectiveDose({ dose, terms, alphaBetaGy: 2.6, repairHalfTime: hours(2.8) });
    expect(result.standardUncertainty / 0.5).toBeCloseTo((at(5.001) - at(4.999)) / 0.002, 8);
  });
});

describe('B2: EQD2', () => {
  it('case bed-01: 3.1143 Gy', () => expect(equivalentDoseIn2GyFractions(exactly(gray(5.50991)), 2.6).value).toBeCloseTo(3.1143, 4));
});

describe('B3: suggested parameters', () => {
  it('kidneys only, and not confirmed', () => {
    expect(suggestedRadiobiology('kidney-left')).toMatchObject({ alphaBetaGy: 2.6, repairHalfTime: 10080, confirmed: false });
    expect(suggestedRadiobiology('kidneys')).not.toBeNull();
    expect(suggestedRadiobiology('liver')).toBeNull();
  });
});
