import type { MeasurementKind } from '@graywise/physics';

const TITLES: Readonly<Record<MeasurementKind, string>> = {
  planar: 'planar views',
  probe: 'probe',
  'whole body': 'whole-body counts',
  blood: 'blood samples',
};

/** What a measurement without voxels was made by, as people say it. */
export function measurementTitle(kind: MeasurementKind): string {
  return TITLES[kind];
}
