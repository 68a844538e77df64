import { growthOfBatches, worstPlace } from '../../../src/transport/monteCarlo/growthOfBatches.js';

const excessAfter = (shares: readonly Float64Array[]): number => worstPlace(shares, growthOfBatches(shares)).excess;

describe('how batches grow', () => {
  it('nothing grows where the error is reached', () => {
    expect(growthOfBatches([new Float64Array([0.4, 0.9]), new Float64Array([0.5, 0.1])])).toEqual([1, 1]);
  });
  it('one source: as many times as the variance is too large, at most a twentieth more', () => {
    const [growth = NaN] = growthOfBatches([new Float64Array([0.2, 1.6])]);
    expect(growth).toBeGreaterThanOrEqual(1.6);
    expect(growth).toBeLessThanOrEqual(1.6 * 1.05);
  });
  it('sources whose worst places differ need not make room for each other', () => {
    const [photons = NaN, electrons = NaN] = growthOfBatches([new Float64Array([1.8, 0]), new Float64Array([0, 1.3])]);
    expect(photons).toBeLessThanOrEqual(1.8 * 1.05);
    expect(electrons).toBeLessThanOrEqual(1.3 * 1.05);
  });
  it('where they meet, all that the worst place holds comes down to what is allowed', () => {
    const shares = [new Float64Array([0.7, 0.1, 1]), new Float64Array([0.7, 0.3, 0.2]), new Float64Array([0.1, 0, 0])];
    expect(excessAfter(shares)).toBeLessThanOrEqual(1);
    expect(growthOfBatches(shares)[2]).toBe(1);
  });
  it('at most doubles: a first look is a poor guide', () => {
    const [growth = NaN] = growthOfBatches([new Float64Array([1000])]);
    expect(growth).toBeGreaterThan(2);
    expect(growth).toBeLessThanOrEqual(2 * 1.05);
  });
  it('a dose of nothing has no worst place', () => {
    expect(growthOfBatches([new Float64Array(0)])).toEqual([1]);
    expect(growthOfBatches([])).toEqual([]);
  });
});
