import { gigabecquerel, type CyclePlan } from '@graywise/physics';
import { prescriptionWarnings } from '../../src/gather/prescriptionWarnings.js';

const planned = { activity: gigabecquerel(5), chosenActivity: gigabecquerel(7.4) } as unknown as CyclePlan;
const codes = (administered: number, plan: CyclePlan | null, name = '177Lu-DOTATATE'): string[] =>
  prescriptionWarnings(2, gigabecquerel(administered), plan, name).map(({ code }) => code);

describe('P14: administered against prescribed and label', () => {
  it.each([
    [7.2, []],
    [8.3, ['GW_ADMINISTERED_DIFFERS']],
    [9.4, ['GW_ADMINISTERED_DIFFERS', 'GW_NON_STANDARDISED']],
  ])('case adm-01: %d of 7.4 GBq', (administered, expected) => {
    expect(codes(administered, planned)).toEqual(expected);
  });
  it('without a plan only the label counts, without a label nothing', () => {
    expect(codes(9.4, null)).toEqual(['GW_NON_STANDARDISED']);
    expect(codes(9.4, null, '177Lu-something')).toEqual([]);
  });
});
