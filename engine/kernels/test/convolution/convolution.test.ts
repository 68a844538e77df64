import { join } from 'node:path';
import { createConvolution } from '../../src/convolution/createConvolution';
import { ConvolutionCache } from '../../src/convolution/ConvolutionCache';
import { askPython, NativeOracle } from '../support/native';
import { CASES, convolutionCase, type ConvolutionCase } from './cases';

const named = CASES.map(value => [`${value.size.join(' x ')} under ${value.kernelHalfSize.join(', ')}`, value] as const);
const convolved = async (value: ConvolutionCase): Promise<Float32Array> => (await createConvolution(value)).convolve(value.volume);
const question = ({ size, kernelHalfSize }: ConvolutionCase): number[] => [...size, ...kernelHalfSize];
const greatest = (values: ArrayLike<number>): number => Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
const worst = (a: Float32Array, b: ArrayLike<number>): number =>
  a.reduce((most, value, index) => Math.max(most, Math.abs(value - (b[index] ?? NaN))), 0);

describe('F1 agrees with scipy.signal.fftconvolve in double precision within 1e-6 of the greatest value', () => {
  test.each(named)('%s', async (_, value) => {
    const judge = new Float64Array(askPython(join(__dirname, 'fftconvolve.py'), question(value), [value.kernelOctant, value.volume]));
    expect(worst(await convolved(value), judge)).toBeLessThan(1e-6 * greatest(judge));
  });
});

test('F2 one voxel of 1 gives the kernel, cut at the edges, within float32 rounding of its greatest value', async () => {
  const value = convolutionCase([21, 18, 13], [4, 6, 3]);
  const [x0, y0, z0] = [3, 9, 12];
  const volume = value.volume.map((_, index) => (index === x0 + 21 * (y0 + 18 * z0) ? 1 : 0));
  const result = await convolved({ ...value, volume });
  const kernelAt = (x: number, y: number, z: number): number =>
    x > 4 || y > 6 || z > 3 ? 0 : (value.kernelOctant[x + 5 * (y + 7 * z)] ?? NaN);
  const expected = volume.map((_, index) =>
    kernelAt(Math.abs((index % 21) - x0), Math.abs((Math.floor(index / 21) % 18) - y0), Math.abs(Math.floor(index / 378) - z0)),
  );
  // Some 15 roundings of 2^-24 on the way of each value, of numbers no larger than the kernel's sum (here 3).
  expect(worst(result, expected)).toBeLessThan(1e-6);
});

test('F2 a kernel of one voxel gives the volume back', async () => {
  const value = convolutionCase([30, 17, 9], [0, 0, 0]);
  expect(worst(await convolved({ ...value, kernelOctant: Float32Array.of(1) }), value.volume)).toBeLessThan(1e-6);
});

test('F2 the result is linear in the volume', async () => {
  const value = convolutionCase([24, 20, 16], [5, 5, 5]);
  const other = convolutionCase([24, 20, 16], [5, 4, 5]).volume;
  const convolution = await createConvolution(value);
  const both = convolution.convolve(value.volume.map((voxel, index) => 3 * voxel - 2 * (other[index] ?? NaN)));
  const [first, second] = [convolution.convolve(value.volume), convolution.convolve(other)];
  const combined = first.map((voxel, index) => 3 * voxel - 2 * (second[index] ?? NaN));
  expect(worst(both, combined)).toBeLessThan(1e-6 * greatest(combined));
});

test('F2 what lies deep enough inside keeps its sum: sum of volume times sum of kernel', async () => {
  const value = convolutionCase([40, 36, 32], [8, 7, 6]);
  const volume = value.volume.map((voxel, index) => {
    const [x, y, z] = [index % 40, Math.floor(index / 40) % 36, Math.floor(index / 1440)];
    return x >= 8 && x < 32 && y >= 7 && y < 29 && z >= 6 && z < 26 ? voxel : 0;
  });
  const sum = (values: Float32Array): number => values.reduce((total, item) => total + item, 0);
  const kernelSum = value.kernelOctant.reduce((total, item, place) => {
    const sides = [place % 9, Math.floor(place / 9) % 8, Math.floor(place / 72)].filter(distance => distance > 0).length;
    return total + item * 2 ** sides;
  }, 0);
  expect(sum(await convolved({ ...value, volume })) / (sum(volume) * kernelSum)).toBeCloseTo(1, 6);
});

describe('F3 the same bits as the same C natively, on any number of lanes', () => {
  test.each([4, 8, 16])('%i lanes', async lanes => {
    const oracle = new NativeOracle('convolution', [`--lanes=${lanes}`]);
    for (const value of CASES) {
      const native = new Uint32Array(oracle.ask(question(value), [value.kernelOctant, value.volume]));
      expect(new Uint32Array((await convolved(value)).buffer)).toEqual(native);
    }
  });
});

test('F3 no address beyond its block, no undefined behaviour', () => {
  const oracle = new NativeOracle('convolution', ['--lanes=4', '--sanitize']);
  for (const value of CASES) oracle.ask(question(value), [value.kernelOctant, value.volume]);
});

test('F4 a run reports its progress to 1, can be left, and leaves nothing behind for the next', async () => {
  const value = convolutionCase([20, 30, 17], [5, 4, 3]);
  const convolution = await createConvolution(value);
  const whole = convolution.convolve(value.volume);
  const left = convolution.convolveInSteps(new Float32Array(value.volume.length).fill(7), new Float32Array(value.volume.length));
  for (let step = 0; step < 3; step++) left.next();
  const into = new Float32Array(value.volume.length);
  const shares = [...convolution.convolveInSteps(value.volume, into)];
  expect(into).toEqual(whole);
  expect(shares.at(-1)).toBeCloseTo(1, 12);
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
  expect(() => left.next()).toThrow('begun with another volume');
});

test('F4 the result may take the place of the volume', async () => {
  const value = convolutionCase([20, 30, 17], [5, 4, 3]);
  const convolution = await createConvolution(value);
  const inPlace = value.volume.slice();
  expect(convolution.convolve(inPlace, inPlace)).toEqual(convolution.convolve(value.volume));
});

test('F4 volumes and octants of another size are refused', async () => {
  const value = convolutionCase([5, 4, 3], [1, 1, 1]);
  const convolution = await createConvolution(value);
  expect(() => convolution.convolve(new Float32Array(59))).toThrow(RangeError);
  await expect(createConvolution({ ...value, kernelHalfSize: [1, 1, 2] })).rejects.toThrow(RangeError);
});

test('F4 a volume that no memory holds is refused by its code', async () => {
  const value = { size: [2000, 2000, 2000], kernelHalfSize: [0, 0, 0], kernelOctant: Float32Array.of(1) } as const;
  await expect(createConvolution(value)).rejects.toMatchObject({ code: 'GW_MEMORY' });
});

test('F5 a key keeps its convolution until others are used more', async () => {
  const cache = new ConvolutionCache(2);
  const made: string[] = [];
  const get = (key: string): Promise<unknown> =>
    cache.get(key, () => {
      made.push(key);
      return createConvolution(convolutionCase([5, 4, 3], [1, 1, 1]));
    });
  for (const key of ['Lu-177', 'Y-90', 'Lu-177', 'I-131', 'Lu-177', 'Y-90']) await get(key);
  expect(made).toEqual(['Lu-177', 'Y-90', 'I-131', 'Y-90']);
});
