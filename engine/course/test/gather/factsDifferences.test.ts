import { becquerel, hours, instantAfter } from '@graywise/physics';
import { factsDifferences } from '../../src/gather/factsDifferences.js';
import { administration, factsWith, START } from './course.js';

const archive = factsWith({ administrations: [administration()] });
const halfLife = { halfLife: hours(50), relativeUncertainty: 0.2 };

describe('facts of a file beside facts of the archive', () => {
  it('F1: that are the same differ in nothing', () => {
    expect(factsDifferences(factsWith({ administrations: [administration()] }), archive)).toEqual([]);
  });

  it('F2: may say more or less, and what only one says is named', () => {
    const more = factsWith({ administrations: [administration()], effectiveHalfLives: { liver: halfLife } });
    expect(factsDifferences(more, archive)).toEqual(['the effective half-life of liver is in the facts file alone and is used']);
    expect(factsDifferences(archive, more)).toEqual(["the effective half-life of liver is in the archive's facts alone and is not used"]);
  });

  it('F2: names measurements by their number', () => {
    const row = (hour: number) => ({
      cycle: 1,
      kind: 'blood' as const,
      region: 'blood',
      at: instantAfter(START, hours(hour)),
      referenceAt: null,
      backgroundCorrection: null,
      comment: null,
      values: { concentration_kBq_per_mL: 3 },
    });
    const with2 = factsWith({ administrations: [administration()], measurements: [row(1), row(2)] });
    expect(factsDifferences(with2, archive)).toEqual(['2 measurements are in the facts file alone and are used']);
    expect(factsDifferences(archive, { ...with2, measurements: [row(1)] })).toEqual([
      "a measurement is in the archive's facts alone and is not used",
    ]);
    const other = { ...with2, measurements: [{ ...row(1), values: { concentration_kBq_per_mL: 4 } }] };
    expect(() => factsDifferences(other, with2)).toThrow(expect.objectContaining({ code: 'GW_FACTS_CONFLICT' }) as Error);
  });

  it('F3: must agree in what both say', () => {
    const other = factsWith({ administrations: [administration({ preAssay: { activity: becquerel(7e9), at: START } })] });
    expect(() => factsDifferences(other, archive)).toThrow(
      expect.objectContaining({ code: 'GW_FACTS_CONFLICT', message: expect.stringContaining('cycle 1') as string }) as Error,
    );
  });
});
