import { GraywiseError } from '@graywise/physics';
import type { ParsedObject } from '../../part10/parsePart10.js';
import { assembleGrid, type Grid } from '../geometry/assembleGrid.js';
import { framePlane } from '../geometry/framePlane.js';
import { emissionMapping, type EmissionUnit } from '../values/emissionMapping.js';
import { nmFrames } from './nmFrames.js';
import { nmPlanes, nmSliceSpacing } from './nmPlanes.js';

/** The grid of an emission volume, and the unit its values have. */
export interface EmissionGrid {
  readonly grid: Grid;
  readonly unit: EmissionUnit;
  readonly energyWindowKev: readonly [number, number] | null;
}

/**
 * The regular grid of an NM object or of a PET series, from the headers alone.
 * Throws GW_GEOMETRY, GW_ORIENTATION, GW_ENERGY_WINDOW, GW_UNIT_UNKNOWN, GW_MISSING_TAG.
 */
export function emissionGrid(objects: readonly ParsedObject[], modality: 'NM' | 'PT', nuclide: string | null): EmissionGrid {
  const first = objects[0];
  if (!first) throw new GraywiseError('GW_NO_IMAGES', { where: 'the emission series' });
  const where = first.file.name;
  const frameOfReferenceUid = frameOfReferenceOf(first);
  if (modality === 'NM') {
    const frames = nmFrames(first, nuclide);
    const planes = nmPlanes(first, frames);
    const unit = emissionMapping(first, frames.frames[0]?.frame ?? 0, modality).unit;
    const grid = assembleGrid(planes, {
      where,
      frameOfReferenceUid,
      singleSliceSpacingMm: Math.abs(nmSliceSpacing(first)),
      stacked: frames.stacked && unit === 'counts',
    });
    return { grid, unit, energyWindowKev: frames.spanKev };
  }
  const planes = objects.flatMap(object =>
    Array.from({ length: object.dataset.number('NumberOfFrames') ?? 1 }, (_, frame) => framePlane(object, frame)),
  );
  const singleSliceSpacingMm = first.dataset.number('SpacingBetweenSlices') ?? first.dataset.number('SliceThickness');
  return {
    grid: assembleGrid(planes, { where, frameOfReferenceUid, singleSliceSpacingMm, stacked: false }),
    unit: emissionMapping(first, 0, modality).unit,
    energyWindowKev: null,
  };
}

/** FrameOfReferenceUID. Throws GW_MISSING_TAG: without it nothing tells which images share a patient position. */
export function frameOfReferenceOf({ dataset, file }: ParsedObject): string {
  const uid = dataset.text('FrameOfReferenceUID');
  if (uid === null) throw new GraywiseError('GW_MISSING_TAG', { tag: 'FrameOfReferenceUID', where: file.name });
  return uid;
}
