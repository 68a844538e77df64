import {
  becquerel,
  benuaLeeperActivity,
  bloodConcentration,
  bloodDose,
  bloodSeries,
  bloodVolume,
  exactly,
  grayPerBecquerel,
  hours,
  instantAfter,
  iodineBloodDoseByWholeBody,
  iodineBloodDosePerActivity,
  makeEstimate,
  marrowToBloodRatio,
  nuclideData,
  organSValue,
  redMarrowDose,
  remainderSValue,
  residenceOfOneRetention,
  second,
  sourceSpectrum,
  type SourceSpectrum,
} from '../../src/index.js';
import { row, START } from './rows.js';

const LUTETIUM = nuclideData('Lu-177').halfLife;

/** 177Lu of which only electrons are left, as many as make 0.0848 Gy g/(MBq h). */
async function caseSpectrum(): Promise<SourceSpectrum> {
  const electronEnergyMev = 0.0848 / (1e6 * 3600 * 1.602176634e-13 * 1e3);
  return {
    ...(await sourceSpectrum('Lu-177', 'parent alone')),
    electronEnergyMev,
    photonEnergyMev: 0,
    photonLines: { energiesMev: [], yields: [] },
  };
}

describe('blood', () => {
  it('M4 a sample counted later is brought back to when it was drawn', () => {
    const values = { counts: 12000, background_counts: 2000, duration_s: 100, sample_mass_g: 2, efficiency_counts_per_decay: 0.25 };
    const drawn = row('blood', 4, values);
    const counted = { ...drawn, referenceAt: instantAfter(drawn.at, LUTETIUM) };
    const concentration = bloodConcentration(counted, LUTETIUM);
    // (120 - 20) per s / 0.25 / 2 g * 1.06 g/mL, twice for one half-life; the counts of 100 s need no correction worth a digit here
    expect(concentration.value).toBeCloseTo(2 * 212, 1);
    expect(concentration.standardUncertainty / concentration.value).toBeCloseTo(Math.sqrt(14000) / 10000, 6);
    const stated = bloodConcentration(row('blood', 4, { concentration_kBq_per_mL: 5, u_rel: 0.03, u_rel_shared: 0.04 }), LUTETIUM);
    expect([stated.value, stated.standardUncertainty]).toEqual([5000, expect.closeTo(250, 9)]);
  });

  it('M4 a sample before the administration is refused', () => {
    expect(() => bloodSeries([row('blood', -0.5, { concentration_kBq_per_mL: 1 })], START, LUTETIUM)).toThrow(/30 min before/);
  });

  it('M9 rm-01: red marrow by its blood, antibody and peptide', async () => {
    const spectrum = await caseSpectrum();
    const antibody = marrowToBloodRatio('90Y-ibritumomab tiuxetan', 0.4);
    expect(antibody?.ratio).toBeCloseTo(0.316667, 6);
    const doseWith = async (ratio: number): Promise<number> => {
      // 0.05 MBq h per g and GBq, 7.4 GBq, as Bq s per mL of blood of 1.06 g/mL
      const perMillilitre = exactly(0.05 * 7.4 * 3.6e9 * 1.06);
      const { absorbedDose } = await redMarrowDose({
        perMillilitre,
        marrowToBlood: { ratio, reason: '' },
        wholeBody: null,
        bodyMassKg: null,
        organs: [],
        spectrum,
        model: 'adult-male',
      });
      return absorbedDose.value;
    };
    // tolerance of the case: 1e-4
    expect((await doseWith(antibody?.ratio ?? 0)) / 0.00993573).toBeCloseTo(1, 4);
    expect((await doseWith(marrowToBloodRatio('177Lu-DOTATATE', null)?.ratio ?? 0)) / 0.031376).toBeCloseTo(1, 4);
  });

  it('M9 a ratio that does not follow is asked for', () => {
    expect(marrowToBloodRatio('131I-mIBG', 0.4)).toBeNull();
    expect(marrowToBloodRatio('90Y-ibritumomab tiuxetan', null)).toBeNull();
    expect(marrowToBloodRatio('177Lu-DOTA-J591', 0.4)).toBeNull();
    expect(marrowToBloodRatio('177Lu-PSMA-617', null)?.ratio).toBe(1);
    expect(marrowToBloodRatio('177Lu-PSMA-I&T', null)?.ratio).toBe(1);
  });

  it('M9 the remainder of the body gives what the whole body gives without marrow and organs', async () => {
    // an evenly active body: marrow, organs and remainder together must give the S-value of the whole body from itself to marrow
    const spectrum = await sourceSpectrum('I-131', 'parent alone');
    const sOf = (source: string, sourceMassG?: number) =>
      organSValue({ spectrum, source, target: 'red-marrow', model: 'adult-male', ...(sourceMassG !== undefined && { sourceMassG }) });
    const perGram = 1e9;
    const organs = [
      { name: 'liver', massG: 1800 },
      { name: 'kidneys', massG: 310 },
    ];
    const { absorbedDose, assumptions } = await redMarrowDose({
      perMillilitre: exactly(perGram * 1.06),
      marrowToBlood: { ratio: 1, reason: 'an even body' },
      wholeBody: exactly((perGram * 73000) as never),
      bodyMassKg: 73,
      organs: organs.map(organ => ({ ...organ, timeIntegratedActivity: exactly((perGram * organ.massG) as never) })),
      spectrum,
      model: 'adult-male',
    });
    const whole = await sOf('whole-body', 73000);
    // an identity but for rounding
    expect(absorbedDose.value / (perGram * 73000 * whole.sGyPerBqS)).toBeCloseTo(1, 10);
    expect(assumptions.join(' ')).toContain('liver, kidneys');
    expect(absorbedDose.contributions.map(({ key }) => key)).toContain('S-value:red-marrow:remainder');
  });

  it('M9 S of the remainder: a case by hand', () => {
    // (2 * 70 - 10 * 1.1 - 0.5 * 0.3) / (70 - 1.1 - 0.3)
    expect(
      remainderSValue({ sValue: 2, mass: 70 }, [
        { sValue: 10, mass: 1.1 },
        { sValue: 0.5, mass: 0.3 },
      ]),
    ).toBeCloseTo(128.85 / 68.6, 12);
  });

  it('M10 dtc-01: blood dose of 131I from one whole-body retention', () => {
    const volume = bloodVolume('M', 175, 70);
    expect(volume).toBeCloseTo(5021.5, 9);
    const residence = residenceOfOneRetention(makeEstimate(0.1, [{ source: 'counts', key: 'a', standardUncertainty: 0.005 }]), hours(48));
    // tolerance of the case: 1e-4
    expect(residence.value / 3600 / 20.8461).toBeCloseTo(1, 4);
    expect(residence.standardUncertainty / residence.value).toBeCloseTo(0.05 / Math.log(10), 9);
    const dose = iodineBloodDoseByWholeBody(residence, volume, 70);
    expect((dose.value * 1e9) / 0.0858425).toBeCloseTo(1, 4);
    expect(2 / dose.value / 23.2985e9).toBeCloseTo(1, 4);
    // 14 % in the mean of absolute deviations is 17.5 % in standard deviation
    expect(dose.standardUncertainty / dose.value).toBeCloseTo(Math.hypot(0.1755, 0.05 / Math.log(10)), 3);
  });

  it('M10 full sampling gives the same where 14 % of the residence is in blood', () => {
    const wholeBody = exactly(second(20.8461 * 3600));
    const perMillilitre = exactly((0.14 * 20.8461 * 3600) / 5021.5);
    const [full, single] = [
      iodineBloodDosePerActivity(perMillilitre, wholeBody, 70),
      iodineBloodDoseByWholeBody(wholeBody, bloodVolume('M', 175, 70), 70),
    ];
    expect(full.value / single.value).toBeCloseTo(1, 12);
  });

  it('M10 blood of other nuclides: its electrons, and the photons of the body', async () => {
    const spectrum = await sourceSpectrum('Lu-177', 'parent alone');
    const input = {
      perMillilitre: exactly(1e9),
      wholeBody: null,
      administered: exactly(becquerel(7.4e9)),
      bodyMassKg: 70,
      spectrum,
      model: 'adult-male',
    } as const;
    const alone = await bloodDose(input);
    // 177Lu: 0.147 MeV of electrons per decay (ICRP 107), 1.06 g/mL
    expect(alone.absorbedDose.value / ((1e9 * 0.1479 * 1.602176634e-13) / 1.06e-3)).toBeCloseTo(1, 2);
    expect(alone.assumptions.join(' ')).toContain('not counted');
    const whole = await bloodDose({ ...input, wholeBody: exactly(1e14 as never) });
    const s = await organSValue({ spectrum, source: 'whole-body', target: 'whole-body', model: 'adult-male', targetMassG: 70000 });
    expect((whole.absorbedDose.value - alone.absorbedDose.value) / (1e14 * s.photonPart)).toBeCloseTo(1, 9);
  });

  it('M10 blood of 131I: the equation of the EANM, the whole body with it or not', async () => {
    const spectrum = await sourceSpectrum('I-131', 'parent alone');
    // 1 h per litre of blood and 20 h in the body, of 4 GBq
    const input = {
      perMillilitre: exactly(4e9 * 3.6),
      administered: exactly(becquerel(4e9)),
      bodyMassKg: 64,
      spectrum,
      model: 'adult-male',
    } as const;
    const alone = await bloodDose({ ...input, wholeBody: null });
    expect(alone.absorbedDose.value / (4 * 108e-3)).toBeCloseTo(1, 12);
    const whole = await bloodDose({ ...input, wholeBody: exactly((4e9 * 20 * 3600) as never) });
    expect(whole.absorbedDose.value / (4 * (108e-3 + (0.0188 / 16) * 20))).toBeCloseTo(1, 12);
    expect(whole.confirmed).toBe(false);
  });

  it('M11 dtc-03: the gates of Benua and Leeper, and which one binds', () => {
    const gates = benuaLeeperActivity({ bloodDose: grayPerBecquerel(0.12e-9), retentionAt48Hours: 0.25, diffuseLung: true });
    // tolerance of the case: 1e-4
    expect(gates.byBlood / 16.6667e9).toBeCloseTo(1, 4);
    expect(gates.byRetention / 11.84e9).toBeCloseTo(1, 4);
    expect([gates.activity, gates.binding]).toEqual([gates.byRetention, 'retention']);
    const without = benuaLeeperActivity({ bloodDose: grayPerBecquerel(0.12e-9), retentionAt48Hours: 0.25, diffuseLung: false });
    expect([without.byRetention / 17.76e9, without.binding]).toEqual([expect.closeTo(1, 9), 'blood']);
  });
});
