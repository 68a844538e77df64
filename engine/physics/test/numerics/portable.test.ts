import { acos, cbrt, cos, exp, expm1, log, log1p, sin } from '../../src/index.js';

/** Distance in units in the last place of the larger value. */
function ulps(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0;
  const size = Math.max(Math.abs(a), Math.abs(b));
  return Math.abs(a - b) / (2 ** Math.floor(Math.log2(size)) * 2 ** -52);
}

/** Evenly spread arguments, the ends included. */
const between = (low: number, high: number, count = 20001): number[] =>
  Array.from({ length: count }, (_unused, i) => low + ((high - low) * i) / (count - 1));
const worst = (own: (x: number) => number, engine: (x: number) => number, xs: readonly number[]): number =>
  Math.max(...xs.map(x => ulps(own(x), engine(x))));

describe('functions with the same bits on every machine', () => {
  // The engine's own functions are within 1 unit in the last place of the truth, ours within 2: together 3.
  it.each([
    ['exp', exp, Math.exp, between(-700, 700)],
    ['exp near zero', exp, Math.exp, between(-1, 1)],
    ['expm1', expm1, Math.expm1, [...between(-0.6, 0.6), ...between(-40, 40, 999)]],
    ['expm1 of tiny numbers', expm1, Math.expm1, between(1e-18, 1e-6, 999)],
    ['log', log, Math.log, [...between(1e-9, 50), ...between(1e-300, 1e300, 999), 5e-324, 1e-310]],
    ['log near one', log, Math.log, between(0.9, 1.1)],
    ['log1p', log1p, Math.log1p, [...between(-0.9, 3), ...between(1e-18, 1e-6, 999)]],
    ['cbrt', cbrt, Math.cbrt, [...between(-30, 3000), 1e-300, 1e300]],
  ])('A1: %s agrees with the engine', (_name, own, engine, xs) => {
    expect(worst(own, engine, xs)).toBeLessThanOrEqual(3);
  });

  it('A1: sine, cosine and arc cosine agree with the engine', () => {
    // Near their zeros sine and cosine keep 86 bits of pi: the error is absolute, below the last bit of 1.
    for (const x of between(-20, 20)) {
      expect(Math.abs(sin(x) - Math.sin(x))).toBeLessThan(3e-16);
      expect(Math.abs(cos(x) - Math.cos(x))).toBeLessThan(3e-16);
    }
    for (const c of between(-1, 1)) expect(Math.abs(acos(c) - Math.acos(c))).toBeLessThan(1e-15);
    expect(acos(1.1)).toBeNaN();
  });

  it('A2: ends and special values are those of the engine', () => {
    expect([exp(0), exp(-800), exp(800), exp(NaN)]).toEqual([1, 0, Infinity, NaN]);
    expect([log(1), log(0), log(Infinity), log(-1)]).toEqual([0, -Infinity, Infinity, NaN]);
    expect([expm1(0), log1p(0), cbrt(0), cbrt(27), cbrt(-8)]).toEqual([0, 0, 0, 3, -2]);
    expect(ulps(exp(-744), Math.exp(-744))).toBeLessThanOrEqual(1);
  });

  it('A3: bits that any machine must give', () => {
    const word = (x: number): string => Buffer.from(new Float64Array([x]).buffer).toString('hex');
    expect([exp(1.25), log(7.3), cbrt(12.5), sin(1.1), cos(1.1), acos(0.3), expm1(1e-3), log1p(1e-3)].map(word)).toMatchSnapshot();
  });
});
