import { normalQuantiles } from '../src/random/normalQuantiles.js';
import { poissonSample } from '../src/random/poissonSample.js';
import { randomSource } from '../src/random/randomSource.js';

describe('random numbers of a phantom', () => {
  it('are the same for the same seed and path, and others for another seed or path', () => {
    const draw = (seed: number, ...path: string[]): number[] => {
      const random = randomSource(seed, ...path);
      return [random.bits(), random.bits(), random.bits()];
    };
    expect(draw(1, 'a')).toEqual(draw(1, 'a'));
    expect(draw(1, 'a')).not.toEqual(draw(2, 'a'));
    expect(draw(1, 'a')).not.toEqual(draw(1, 'b'));
    expect(draw(1, 'a', 'b')).not.toEqual(draw(1, 'ab'));
  });

  it('fill [0, 1) evenly', () => {
    const random = randomSource(7, 'even');
    const count = 100_000;
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < count; i++) tenths[Math.floor(random.uniform() * 10)]! += 1;
    // Each tenth is binomial with a standard deviation of sqrt(n 0.1 0.9) = 95; five of them bound all ten.
    for (const found of tenths) expect(Math.abs(found - count / 10)).toBeLessThan(5 * 95);
  });

  it.each([0.05, 0.8, 6, 9.99, 10, 35, 4000])('Poisson numbers of mean %p have that mean and variance', mean => {
    const random = randomSource(3, 'poisson', String(mean));
    const count = 20_000;
    const values = Array.from({ length: count }, () => poissonSample(mean, random));
    const average = values.reduce((sum, value) => sum + value, 0) / count;
    const variance = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / (count - 1);
    // Five standard errors: of the mean sqrt(m / n), of the variance sqrt((2 m^2 + m) / n).
    expect(Math.abs(average - mean)).toBeLessThan(5 * Math.sqrt(mean / count));
    expect(Math.abs(variance - mean)).toBeLessThan(5 * Math.sqrt((2 * mean * mean + mean) / count));
    expect(values.every(value => Number.isInteger(value) && value >= 0)).toBe(true);
  });

  it('Poisson numbers have the probabilities of the distribution on either side of the change of method', () => {
    for (const mean of [9, 12]) {
      const random = randomSource(4, 'shape', String(mean));
      const count = 100_000;
      const found = new Array<number>(60).fill(0);
      for (let i = 0; i < count; i++) found[poissonSample(mean, random)]! += 1;
      let probability = Math.exp(-mean);
      for (let k = 0; k < 25; k++) {
        const expected = count * probability;
        // Five binomial standard deviations.
        expect(Math.abs(found[k]! - expected)).toBeLessThan(5 * Math.sqrt(expected + 1));
        probability *= mean / (k + 1);
      }
    }
  });

  it('the table of normal numbers has mean 0 and standard deviation 1', () => {
    const values = normalQuantiles();
    const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 6);
    // The tails beyond 3.7 are missing: 4e-4 of the variance.
    expect(Math.abs(variance - 1)).toBeLessThan(0.001);
    // One step of the table is 0.004 there.
    expect(values[Math.round(0.975 * values.length)]).toBeCloseTo(1.96, 2);
  });
});
