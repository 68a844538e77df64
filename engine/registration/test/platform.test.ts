import { GraywiseError, type Volume } from '@graywise/physics';
import { configureRegistration } from '../src/configureRegistration.js';
import { register } from '../src/register.js';
import { resampleToGrid } from '../src/resampleToGrid.js';
import { withItk } from '../src/platform/itkBrowser.js';
import { gridAbout, syntheticCt } from './support/syntheticBody.js';

const mockCalls: string[] = [];
const mockWorker = { terminate: jest.fn() };
jest.mock('#itk', () => ({
  withItk: () => {
    mockCalls.push('withItk');
    return Promise.reject(new Error('the pipelines were opened'));
  },
}));
jest.mock('itk-wasm', () => ({ createWebWorker: () => Promise.resolve(mockWorker) }), { virtual: true });
jest.mock(
  '@itk-wasm/elastix',
  () => ({ elastix: () => new Promise(() => undefined), setPipelinesBaseUrl: (url: string) => mockCalls.push(url) }),
  { virtual: true },
);
jest.mock(
  '@itk-wasm/downsample',
  () => ({ resampleToReference: () => Promise.reject(18392000), setPipelinesBaseUrl: (url: string) => mockCalls.push(url) }),
  { virtual: true },
); // eslint-disable-line @typescript-eslint/prefer-promise-reject-errors

beforeEach(() => mockCalls.splice(0));

describe('in a browser', () => {
  it('does not start before it knows where the pipelines are served from', async () => {
    await expect(withItk('registration', undefined, itk => itk.elastix({}, null as never, null as never))).rejects.toThrow(
      'configureRegistration',
    );
  });

  it('cancels a call that never settles, ending its worker', async () => {
    configureRegistration({ pipelinesBaseUrl: 'https://host/pipelines/' });
    const abort = new AbortController();
    const working = withItk('registration', abort.signal, itk => itk.elastix({}, null as never, null as never));
    setTimeout(() => abort.abort(), 5);
    await expect(working).rejects.toMatchObject({ code: 'GW_CANCELLED' });
    expect(mockWorker.terminate).toHaveBeenCalledTimes(1);
    expect(mockCalls).toEqual(['https://host/pipelines/elastix', 'https://host/pipelines/downsample']);
  });

  it('gives a bare number a code, and does not begin once aborted', async () => {
    const failing = withItk('resampling', undefined, itk => itk.resample(null as never, null as never, null as never));
    await expect(failing).rejects.toMatchObject({ code: 'GW_NOT_REGISTRABLE' });
    await expect(withItk('resampling', AbortSignal.abort(), () => new Promise(() => undefined))).rejects.toMatchObject({
      code: 'GW_CANCELLED',
    });
  });
});

describe('before the pipelines are opened', () => {
  const small = syntheticCt(gridAbout([20, 20, 10], [20, 20, 20], 'F'));
  const transform = {
    matrixLps: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1] as const,
    fromFrameOfReferenceUid: 'F',
    toFrameOfReferenceUid: 'F',
  };

  it('refuses grids and images above the memory ceiling', async () => {
    const grid = gridAbout([300, 300, 300], [1, 1, 1], 'F');
    await expect(resampleToGrid({ moving: small, transform, grid })).rejects.toMatchObject({ code: 'GW_IMAGE_TOO_LARGE' });
    const moving: Volume = { unit: 'counts', geometry: grid, data: new Float32Array(27e6) };
    await expect(resampleToGrid({ moving, transform, grid: small.geometry })).rejects.toMatchObject({ code: 'GW_IMAGE_TOO_LARGE' });
    expect(mockCalls).toEqual([]);
  });

  it('refuses a transform of another pair, and voxels that are not finite', async () => {
    const other = { ...transform, toFrameOfReferenceUid: 'M' };
    await expect(resampleToGrid({ moving: small, transform: other, grid: small.geometry })).rejects.toMatchObject({
      code: 'GW_TRANSFORM_FRAMES',
    });
    const broken = { ...small, data: small.data.map((value, voxel) => (voxel === 5 ? Infinity : value)) };
    await expect(resampleToGrid({ moving: broken, transform, grid: small.geometry })).rejects.toBeInstanceOf(GraywiseError);
    expect(mockCalls).toEqual([]);
  });

  it('register opens the pipelines of its platform', async () => {
    await expect(register({ fixed: small, moving: small, content: 'CT' })).rejects.toThrow('the pipelines were opened');
  });
});
