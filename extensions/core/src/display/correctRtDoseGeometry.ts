import type { Cornerstone } from '../ports/cornerstone.js';

/** Above the provider of OHIF (9999). */
const PRIORITY = 20000;

interface DoseInstance {
  readonly Modality?: string;
  readonly GridFrameOffsetVector?: readonly (number | string)[];
  readonly ImagePositionPatient?: readonly (number | string)[];
  readonly ImageOrientationPatient?: readonly (number | string)[];
}

/**
 * Gives every frame of a multi-frame RT Dose its own place.
 *
 * OHIF 3.11 to 3.14 gives all frames of an RTDOSE the position of the first, because it takes any object with several frames for an enhanced one before
 * it looks at GridFrameOffsetVector (DICOM PS3.3 C.8.8.3.2). The dose volume then has slices of zero or wrong thickness.
 */
export function correctRtDoseGeometry(libraries: Cornerstone): void {
  let asking = false;
  libraries.metaData.addProvider((type, imageId) => {
    if (asking || type !== 'imagePlaneModule' || typeof imageId !== 'string') return undefined;
    asking = true;
    try {
      const instance = libraries.metaData.get('instance', imageId) as DoseInstance | undefined;
      if (instance?.Modality !== 'RTDOSE' || !instance.GridFrameOffsetVector) return undefined;
      const plane = libraries.metaData.get('imagePlaneModule', imageId) as object | undefined;
      return plane && { ...plane, ...framePlane(instance, frameNumber(imageId)) };
    } finally {
      asking = false;
    }
  }, PRIORITY);
}

function frameNumber(imageId: string): number {
  return Number(/\/frames\/(\d+)/.exec(imageId)?.[1] ?? /[?&]frame=(\d+)/.exec(imageId)?.[1] ?? 1);
}

/** The offsets are relative to the first frame or absolute along the slice axis: both are covered by the difference to the first. */
function framePlane(instance: DoseInstance, frame: number): object {
  const offsets = (instance.GridFrameOffsetVector ?? []).map(Number);
  const origin = (instance.ImagePositionPatient ?? [0, 0, 0]).map(Number);
  const [rx = 1, ry = 0, rz = 0, cx = 0, cy = 1, cz = 0] = (instance.ImageOrientationPatient ?? []).map(Number);
  const normal = [ry * cz - rz * cy, rz * cx - rx * cz, rx * cy - ry * cx];
  const first = offsets[0] ?? 0;
  const distance = (offsets[frame - 1] ?? first) - first;
  return {
    imagePositionPatient: origin.map((part, axis) => part + (normal[axis] ?? 0) * distance),
    spacingBetweenSlices: Math.abs((offsets[1] ?? first) - first),
    sliceThickness: Math.abs((offsets[1] ?? first) - first),
    usingDefaultValues: false,
  };
}
