import { invertTransform, transformPoint, type PointLps, type RigidTransform, type Volume, type VolumeGeometry } from '@graywise/physics';

interface Ellipsoid {
  readonly centre: PointLps;
  readonly radii: readonly [number, number, number];
}

/** Organs of a trunk in LPS mm about the origin, 360 mm wide and 230 mm deep. */
export const ORGANS = {
  liver: { centre: [-75, -8, 20], radii: [72, 62, 52] },
  spleen: { centre: [98, 38, 28], radii: [24, 38, 44] },
  kidneyLeft: { centre: [62, 48, -35], radii: [27, 25, 52] },
  kidneyRight: { centre: [-62, 48, -46], radii: [27, 25, 52] },
  lesion: { centre: [-35, -28, 32], radii: [16, 16, 16] },
  lungLeft: { centre: [82, 2, 116], radii: [58, 74, 62] },
  lungRight: { centre: [-82, 2, 116], radii: [62, 74, 66] },
} as const satisfies Record<string, Ellipsoid>;

/** Activity of organs and of the rest, as ratios. */
const UPTAKE: Partial<Record<keyof typeof ORGANS, number>> = { liver: 4, spleen: 12, kidneyLeft: 15, kidneyRight: 15, lesion: 28 };

function within(p: PointLps, { centre, radii }: Ellipsoid): boolean {
  return ((p[0] - centre[0]) / radii[0]) ** 2 + ((p[1] - centre[1]) / radii[1]) ** 2 + ((p[2] - centre[2]) / radii[2]) ** 2 < 1;
}

/** Smooth structure of a few cm with amplitude 1: waves of unrelated directions and lengths. */
function texture(p: PointLps): number {
  const [x, y, z] = p;
  return (
    0.5 * Math.sin(x / 7.3 + y / 17.1 + 1) * Math.cos(z / 9.7 - y / 11.9) +
    0.5 * Math.sin(y / 6.1 - z / 14.3) * Math.cos(x / 12.7 + z / 8.9 + 2)
  );
}

function bodyRadius(p: PointLps): number {
  const waist = 1 + 0.06 * Math.sin((p[2] + 30) / 70) - 0.05 * (p[2] / 150) ** 2;
  return Math.hypot(p[0] / (180 * waist), p[1] / (115 * waist));
}

/** Hounsfield units of the trunk at a point: fat under the skin, organs, lungs, spine and ribs. */
export function hounsfieldAt(p: PointLps): number {
  const radius = bodyRadius(p);
  if (radius > 1) return -1000;
  const height = ((p[2] % 34) + 34) % 34;
  const spine = Math.hypot(p[0], p[1] - 70);
  if (spine < 21) return height < 27 ? (spine > 17 ? 650 : 240 + 70 * texture(p)) : 70;
  if (Math.hypot(p[0] / 8, (p[1] - 98) / 10) < 1) return 430;
  if (p[2] > -5 && radius > 0.86 && radius < 0.92 && (((p[2] + 0.3 * p[1]) % 27) + 27) % 27 < 10) return 550;
  if (radius > 0.92) return -95;
  if (within(p, ORGANS.lungLeft) || within(p, ORGANS.lungRight)) return -800 + 150 * texture(p);
  if (within(p, ORGANS.lesion)) return 25;
  if (within(p, ORGANS.liver)) return 62 + 14 * texture(p);
  if (within(p, ORGANS.spleen)) return 52;
  if (within(p, ORGANS.kidneyLeft) || within(p, ORGANS.kidneyRight)) return 105 + 25 * texture(p);
  return 28 + 12 * texture(p) - (texture([p[1], p[2], p[0]]) > 0.45 ? 110 : 0);
}

/** Activity concentration at a point, 1 in the rest of the body. */
export function activityAt(p: PointLps): number {
  if (bodyRadius(p) > 1) return 0;
  const organ = (Object.keys(UPTAKE) as (keyof typeof ORGANS)[]).reverse().find(name => within(p, ORGANS[name]));
  return organ === undefined ? 1 : (UPTAKE[organ] ?? 1);
}

/** Points that a registration is judged at: the middle and six surface points of every organ, and along the spine. */
export const LANDMARKS: readonly PointLps[] = [
  ...Object.values(ORGANS).flatMap(({ centre: [x, y, z], radii: [a, b, c] }): PointLps[] => [
    [x, y, z], [x - a, y, z], [x + a, y, z], [x, y - b, z], [x, y + b, z], [x, y, z - c], [x, y, z + c],
  ]), // prettier-ignore
  ...[-110, -60, -10, 40, 90, 140].map((z): PointLps => [0, 70, z]),
];

/** Distances between where two transforms bring the landmarks, mm. */
export function landmarkErrors(found: RigidTransform, truth: RigidTransform, landmarks = LANDMARKS): { mean: number; most: number } {
  const errors = landmarks.map(p => {
    const [a, b] = [transformPoint(found.matrixLps, p), transformPoint(truth.matrixLps, p)];
    return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  });
  return { mean: errors.reduce((sum, error) => sum + error, 0) / errors.length, most: Math.max(...errors) };
}

/** A repeatable stream of normal deviates (Box and Muller on a linear congruential generator). */
export function normalDeviates(seed: number): () => number {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Samples a function of points on a grid; `moved` brings body points to where they lie in this scan, null: the body lies as it is defined. */
export function sampled(geometry: VolumeGeometry, at: (p: PointLps) => number, moved: RigidTransform | null = null): Float32Array {
  const back = moved === null ? null : invertTransform(moved).matrixLps;
  const [nx, ny, nz] = geometry.size;
  const data = new Float32Array(nx * ny * nz);
  const d = geometry.direction;
  const [si, sj, sk] = geometry.spacingMm;
  let voxel = 0;
  for (let k = 0; k < nz; k++) {
    for (let j = 0; j < ny; j++) {
      for (let i = 0; i < nx; i++) {
        const [u, v, w] = [i * si, j * sj, k * sk];
        const [x, y, z] = geometry.originLps;
        const p: PointLps = [x + d[0] * u + d[1] * v + d[2] * w, y + d[3] * u + d[4] * v + d[5] * w, z + d[6] * u + d[7] * v + d[8] * w];
        data[voxel++] = at(back === null ? p : transformPoint(back, p));
      }
    }
  }
  return data;
}

/** A CT of the trunk, with noise; `couch` lies still in the scanner, whatever the body does. */
export function syntheticCt(
  geometry: VolumeGeometry,
  options: { moved?: RigidTransform; noiseHu?: number; seed?: number; couch?: boolean } = {},
): Volume<'HU'> {
  const data = sampled(geometry, hounsfieldAt, options.moved ?? null);
  const deviate = normalDeviates(options.seed ?? 1);
  if (options.couch) {
    const couch = sampled(geometry, p => (Math.abs(p[0]) < 205 && Math.abs(p[1] - 135) < 6 ? 150 : -1000));
    couch.forEach((value, voxel) => (data[voxel] = Math.max(value, data[voxel] ?? 0)));
  }
  for (let voxel = 0; voxel < data.length; voxel++) data[voxel] = (data[voxel] ?? 0) + (options.noiseHu ?? 15) * deviate();
  return { unit: 'HU', geometry, data };
}

/** A grid about the origin. */
export function gridAbout(
  size: VolumeGeometry['size'],
  spacingMm: VolumeGeometry['spacingMm'],
  frameOfReferenceUid: string,
): VolumeGeometry {
  const [x, y, z] = [0, 1, 2].map(axis => (-((size[axis] ?? 1) - 1) * (spacingMm[axis] ?? 1)) / 2) as [number, number, number];
  return { size, spacingMm, originLps: [x, y, z], direction: [1, 0, 0, 0, 1, 0, 0, 0, 1], frameOfReferenceUid };
}
