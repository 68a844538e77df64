import { correctRtDoseGeometry } from '../src/display/correctRtDoseGeometry';
import type { Cornerstone } from '../src/ports/cornerstone';

type Provider = (type: string, imageId: unknown) => unknown;

function provider(instance: object): Provider {
  let registered: Provider | undefined;
  const metaData = {
    addProvider: (one: Provider, priority: number) => {
      expect(priority).toBeGreaterThan(9999);
      registered = one;
    },
    get: (type: string, id: string): unknown =>
      registered?.(type, id) ?? (type === 'instance' ? instance : { frameOfReferenceUID: '1.2', imagePositionPatient: [0, 0, 0] }),
  };
  correctRtDoseGeometry({ metaData } as unknown as Cornerstone);
  if (!registered) throw new Error('No provider was registered.');
  return registered;
}

const dose = { Modality: 'RTDOSE', ImagePositionPatient: [-10, -20, -30], ImageOrientationPatient: [1, 0, 0, 0, 1, 0] };
const frame = (number: number): string => `wadors:/dicomweb/studies/1/series/2/instances/3/frames/${String(number)}`;

describe('the geometry of RT Dose', () => {
  it.each([
    ['relative offsets', [0, 2.5, 5]],
    ['absolute offsets', [-30, -27.5, -25]],
  ])('gives every frame its own place: %s', (_name, GridFrameOffsetVector) => {
    expect(provider({ ...dose, GridFrameOffsetVector })('imagePlaneModule', frame(3))).toMatchObject({
      imagePositionPatient: [-10, -20, -25],
      spacingBetweenSlices: 2.5,
      frameOfReferenceUID: '1.2',
    });
  });

  it('follows the slice axis of a turned grid', () => {
    const turned = { ...dose, ImageOrientationPatient: [1, 0, 0, 0, 0, -1], GridFrameOffsetVector: [0, 3] };
    expect(provider(turned)('imagePlaneModule', frame(2))).toMatchObject({ imagePositionPatient: [-10, -17, -30] });
  });

  it('leaves everything else to the viewer', () => {
    expect(provider({ Modality: 'CT' })('imagePlaneModule', frame(1))).toBeUndefined();
    expect(provider({ ...dose, GridFrameOffsetVector: [0, 1] })('generalSeriesModule', frame(1))).toBeUndefined();
  });
});
