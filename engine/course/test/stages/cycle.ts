import {
  becquerel,
  exactly,
  identityTransform,
  nuclideData,
  second,
  voxelCount,
  type RegionMask,
  type Volume,
  type VolumeGeometry,
} from '@graywise/physics';
import type { AlignedCycle, SourceRegions } from '../../src/model/cycle.js';
import type { StageTools } from '../../src/stages/stageTools.js';
import { emission, factsWith, PATIENT, START } from '../gather/course.js';

const FRAME = '9.1';

export const TOOLS = { answers: [] } as unknown as StageTools;

/** 20 x 20 x `slices` voxels of 5 mm, the first slice at `z` mm. */
export const grid = (slices = 20, z = 0): VolumeGeometry => ({
  size: [20, 20, slices],
  spacingMm: [5, 5, 5],
  originLps: [0, 0, z],
  direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  frameOfReferenceUid: FRAME,
});

/** A box of 6 x 6 voxels in the slices from `first` to `last`. */
export function box(name: string, geometry: VolumeGeometry, first: number, last: number): RegionMask {
  const [nx, ny] = geometry.size;
  const mask = new Uint8Array(voxelCount(geometry));
  for (let k = first; k <= last; k++) for (let j = 7; j < 13; j++) for (let i = 7; i < 13; i++) mask[i + nx * (j + ny * k)] = 1;
  return { name, label: `The ${name}`, color: [255, 0, 0], geometry, mask, source: null };
}

/** Regions drawn on a scan of these cycles. */
export const drawnSet = (regions: SourceRegions['regions'], timePoint: number | null = 1): SourceRegions => ({
  timePoint,
  drawnOnSeries: [],
  drawnAt: '',
  reference: emission(4).reference,
  patient: PATIENT,
  kind: 'SEG',
  frameOfReferenceUid: FRAME,
  regions,
  files: [],
});

export const uniform = <U extends 'Bq/mL' | 'HU'>(unit: U, geometry: VolumeGeometry, value: number): Volume<U> => ({
  geometry,
  unit,
  data: new Float32Array(voxelCount(geometry)).fill(value),
});

const HOURS = [4, 24, 96];
const NUCLIDE = nuclideData('Lu-177');

/** A cycle after align: uniform activity that clears with 50 h, seen by scans of the given fields of view; the first is the reference. */
export function alignedCycle(fields: readonly VolumeGeometry[], changes: Partial<AlignedCycle> = {}): AlignedCycle {
  const doseGrid = fields[0] ?? grid();
  const scans = fields.map((_, index) => {
    const after = HOURS[index] ?? 0;
    return {
      timePoint: index + 1,
      emission: emission(after, { frameOfReferenceUid: FRAME }),
      ct: null,
      afterAdministration: second(after * 3600),
    };
  });
  const value = (index: number): number => 1e5 * 2 ** (-(HOURS[index] ?? 0) / 50);
  return {
    cycle: 2,
    patient: PATIENT,
    study: emission(4).study,
    nuclide: NUCLIDE,
    radiopharmaceutical: '177Lu-DOTATATE',
    administered: exactly(becquerel(7.4e9)),
    administrationStart: START,
    administrationEnd: null,
    scans,
    calibrations: [],
    regionSets: [],
    imageFrames: [FRAME],
    facts: factsWith({}),
    plan: null,
    earlier: [],
    assumptions: [],
    warnings: [],
    calibration: null,
    resolution: null,
    concentrations: fields.map((field, index) => uniform('Bq/mL', field, value(index))),
    becquerelPerCount: fields.map(() => null),
    referenceIndex: 0,
    referenceCt: null,
    doseGrid,
    transforms: fields.map(() => identityTransform(FRAME)),
    registrations: [],
    carried: fields.map((_, index) => uniform('Bq/mL', doseGrid, value(index))),
    ...changes,
  };
}
