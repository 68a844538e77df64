import type { VolumeGeometry } from '@graywise/physics';
import { frameGrid } from '../src/pictures/frameGrid';

const body: VolumeGeometry = {
  size: [201, 101, 151],
  spacingMm: [2, 2, 2],
  originLps: [-150, -90, -40],
  direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  frameOfReferenceUid: '1.2',
};
const axial = {
  focalPoint: [0, 0, 30],
  position: [0, 0, -470],
  viewUp: [0, -1, 0],
  viewPlaneNormal: [0, 0, -1],
  parallelScale: 300,
} as const;

describe('the camera that frames a body', () => {
  it('looks at the middle of the body and stays in its slice', () => {
    const { focalPoint, position } = frameGrid(axial, body, 1);
    expect(focalPoint).toEqual([50, 10, 30]);
    expect(position).toEqual([50, 10, -470]);
  });

  it('shows the whole width in a narrow viewport and the whole height in a wide one, with a little room', () => {
    expect(frameGrid(axial, body, 1).parallelScale).toBeCloseTo(206);
    expect(frameGrid(axial, body, 4).parallelScale).toBeCloseTo(103);
  });
});
