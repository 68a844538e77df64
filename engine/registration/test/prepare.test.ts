import { GraywiseError, type Volume } from '@graywise/physics';
import { itkImage } from '../src/platform/itkImage.js';
import { explainPipelineFault } from '../src/platform/explainPipelineFault.js';
import { binnedGeometry } from '../src/prepare/binnedGeometry.js';
import { bodyMask } from '../src/prepare/bodyMask.js';
import { labelComponents } from '../src/prepare/labelComponents.js';
import { prepareCt } from '../src/prepare/prepareCt.js';
import { prepareSpect } from '../src/prepare/prepareSpect.js';
import { spreadInPlane } from '../src/prepare/spreadInPlane.js';
import { gridAbout, syntheticCt } from './support/syntheticBody.js';

const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof GraywiseError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'no error';
};

describe('itkImage', () => {
  const geometry = gridAbout([2, 2, 2], [1, 1, 1], 'F');

  it('copies what a view shows, and nothing around it', () => {
    const larger = Float32Array.from({ length: 20 }, (_, n) => n);
    const { data } = itkImage(geometry, larger.subarray(5, 13));
    expect([...data!]).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
    expect(data!.buffer.byteLength).toBe(32);
  });

  it('makes every pixel type float32, and hands over a whole float32 array as it is', () => {
    expect(itkImage(geometry, Int16Array.of(1, -2, 3, 4, 5, 6, 7, 8)).data).toEqual(Float32Array.of(1, -2, 3, 4, 5, 6, 7, 8));
    const whole = new Float32Array(8);
    expect(itkImage(geometry, whole).data).toBe(whole);
  });

  it('keeps the direction row by row, as a Float64Array', () => {
    const turned = { ...geometry, direction: [0, 0, 1, 1, 0, 0, 0, 1, 0] as const };
    expect(itkImage(turned, null).direction).toEqual(Float64Array.of(0, 0, 1, 1, 0, 0, 0, 1, 0));
  });

  it('refuses more voxels than WebAssembly has memory for, before it allocates them', () => {
    expect(code(() => itkImage(gridAbout([3000, 3000, 3000], [1, 1, 1], 'F'), null))).toMatch(/^GW_IMAGE_TOO_LARGE.*25000000.*27000000000/);
  });
});

describe('explainPipelineFault', () => {
  it('gives numbers and memory faults a code, and lets refusals and our own faults pass', () => {
    expect(explainPipelineFault(18392000, 'registration')).toMatchObject({ code: 'GW_NOT_REGISTRABLE' });
    expect(explainPipelineFault(new WebAssembly.RuntimeError('Aborted()'), 'registration')).toMatchObject({ code: 'GW_NOT_REGISTRABLE' });
    const refusal = new GraywiseError('GW_CANCELLED', { where: 'registration' });
    expect(explainPipelineFault(refusal, 'registration')).toBe(refusal);
    const ours = new TypeError('ours');
    expect(explainPipelineFault(ours, 'registration')).toBe(ours);
  });
});

describe('preparing refuses', () => {
  const geometry = gridAbout([40, 40, 20], [5, 5, 5], 'F');
  const volume = (value: number, unit: 'HU' | 'counts' = 'HU'): Volume => ({
    unit,
    geometry,
    data: new Float32Array(16 * 2000).fill(value),
  });

  it('voxels that are not finite', () => {
    const broken = syntheticCt(geometry);
    broken.data[1234] = NaN;
    expect(code(() => prepareCt(broken, 'scan 2'))).toMatch(/^GW_NOT_REGISTRABLE: .*scan 2.*finite/);
  });
  it('a constant image', () => {
    expect(code(() => prepareCt(volume(40), 'scan 2'))).toMatch(/^GW_NOT_REGISTRABLE: .*40 everywhere/);
    expect(code(() => prepareSpect(volume(0, 'counts'), 'scan 2'))).toMatch(/^GW_NOT_REGISTRABLE: .*0 everywhere/);
  });
  it('air alone, data of another length, and a grid that is no box', () => {
    expect(code(() => prepareCt(volume(-1000), 'scan 2'))).toMatch(/^GW_NOT_REGISTRABLE: .*no body/);
    expect(code(() => prepareCt({ ...volume(0), data: new Float32Array(7) }, 'scan 2'))).toMatch(
      /^GW_NOT_REGISTRABLE: .*7 values for 32000/,
    );
    expect(code(() => prepareCt({ ...volume(0), geometry: { ...geometry, spacingMm: [5, 0, 5] } }, 'scan 2'))).toMatch(/^GW_GEOMETRY/);
  });
});

describe('prepareCt', () => {
  it('leaves nothing of a couch, and keeps the lungs in the body', () => {
    const grid = gridAbout([100, 80, 50], [4, 4, 5], 'F');
    const bare = prepareCt(syntheticCt(grid, { noiseHu: 0 }), 'scan 1');
    expect(prepareCt(syntheticCt(grid, { noiseHu: 0, couch: true }), 'scan 1')).toEqual(bare);
    const [nx, ny] = bare.geometry.size;
    const at = (x: number, y: number, z: number): number => {
      const [i, j, k] = [x, y, z].map((p, axis) =>
        Math.round((p - (bare.geometry.originLps[axis] ?? 0)) / (bare.geometry.spacingMm[axis] ?? 1)),
      );
      return (i ?? 0) + nx * ((j ?? 0) + ny * (k ?? 0));
    };
    expect(bare.body[at(82, 2, 100)]).toBe(1);
    expect(bare.data[at(82, 2, 100)]).toBe(-200);
    expect(bare.body[at(0, 132, 0)] ?? 0).toBe(0);
    expect(bare.data.reduce((most, value) => Math.max(most, value))).toBe(300);
  });

  it('bins fine voxels to about 4 mm, keeping where they are and what they mean', () => {
    const fine = gridAbout([400, 300, 100], [0.977, 0.977, 3], 'F');
    const { size, spacingMm, originLps } = binnedGeometry(fine);
    expect(size).toEqual([100, 75, 100]);
    expect(spacingMm).toEqual([0.977 * 4, 0.977 * 4, 3]);
    // The first bin is four voxels wide: its middle lies one and a half voxels inside.
    expect(originLps[0]).toBeCloseTo(fine.originLps[0] + 1.5 * 0.977, 10);
    expect(originLps[2]).toBe(fine.originLps[2]);
  });
});

describe('bodyMask', () => {
  const size = [40, 30, 6] as const;
  const paint = (boxes: readonly (readonly [number, number, number, number, number, number])[]): Uint8Array => {
    const mask = new Uint8Array(size[0] * size[1] * size[2]);
    for (const [i0, i1, j0, j1, k0, k1] of boxes) {
      for (let k = k0; k <= k1; k++) for (let j = j0; j <= j1; j++) for (let i = i0; i <= i1; i++) mask[i + 40 * (j + 30 * k)] = 1;
    }
    return mask;
  };
  const at = (mask: Uint8Array, i: number, j: number, k: number): number => mask[i + 40 * (j + 30 * k)] ?? 0;

  it('drops a thin couch though the body lies on it, an arm aside, and a thick thing where there is no body', () => {
    const body = bodyMask(paint([[6, 25, 5, 20, 0, 4], [2, 37, 21, 23, 0, 5], [30, 35, 8, 14, 0, 4], [5, 30, 10, 20, 5, 5]]), size, [4, 4, 4]); // prettier-ignore
    expect(at(body, 15, 12, 2)).toBe(1);
    expect(at(body, 34, 22, 2)).toBe(0);
    expect(at(body, 33, 11, 2)).toBe(0);
  });

  it('keeps both legs below a trunk and fills cavities', () => {
    const solid = paint([[4, 34, 4, 24, 3, 5], [4, 15, 8, 20, 0, 2], [22, 34, 8, 20, 0, 2]]); // prettier-ignore
    solid[19 + 40 * (14 + 30 * 4)] = 0;
    const body = bodyMask(solid, size, [4, 4, 4]);
    expect([at(body, 9, 14, 0), at(body, 28, 14, 0), at(body, 19, 14, 0), at(body, 19, 14, 4)]).toEqual([1, 1, 0, 1]);
  });

  it('is empty for a couch alone', () => {
    expect(bodyMask(paint([[2, 37, 21, 23, 0, 5]]), size, [4, 4, 4]).includes(1)).toBe(false);
  });
});

describe('the parts of bodyMask', () => {
  it('spreads within the plane only, and not beyond the border', () => {
    const mask = new Uint8Array(5 * 4 * 2);
    mask[4 + 5 * 1] = 1;
    expect([...spreadInPlane(mask, [5, 4, 2], [2, 1])]).toEqual([...'00111001110011100000', ...'0'.repeat(20)].map(Number));
  });

  it('labels parts that share faces, through slices or within them', () => {
    // Slices of 2 x 2: a diagonal pair, one voxel above its first, the other diagonal, one voxel aside of it.
    const mask = Uint8Array.from([...'1001', ...'1000', ...'0110', ...'0100'].map(Number));
    expect(labelComponents(mask, [2, 2, 4], false).sizes).toEqual([0, 2, 1, 2, 1]);
    expect(labelComponents(mask, [2, 2, 4], true).sizes.slice(1)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});
