import { becquerel, hours } from '@graywise/physics';
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

  it('F3: must agree in what both say', () => {
    const other = factsWith({ administrations: [administration({ preAssay: { activity: becquerel(7e9), at: START } })] });
    expect(() => factsDifferences(other, archive)).toThrow(
      expect.objectContaining({ code: 'GW_FACTS_CONFLICT', message: expect.stringContaining('cycle 1') as string }) as Error,
    );
  });
});
