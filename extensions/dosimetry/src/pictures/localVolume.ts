import type { Cornerstone, LocalVolume } from '@graywise/extension-core';
import type { Volume } from '@graywise/physics';

const MODALITIES: Readonly<Record<string, string>> = { HU: 'CT', Gy: 'RTDOSE', 'Bq/mL': 'NM' };

/**
 * A volume of the engine as a volume of cornerstone.
 *
 * The name must hold no colon, or cornerstone takes it for the address of an image. The frame of reference must be that of the CT, or the viewport
 * refuses the layer. Cornerstone gives axes one after the other, our direction matrix gives them as columns.
 */
export function localVolume(libraries: Cornerstone, name: string, { geometry, data, unit }: Volume): LocalVolume {
  const [xi, xj, xk, yi, yj, yk, zi, zj, zk] = geometry.direction;
  const [columns, rows] = geometry.size;
  const volume = libraries.volumeLoader.createLocalVolume(name, {
    scalarData: data,
    dimensions: [...geometry.size],
    spacing: [...geometry.spacingMm],
    origin: [...geometry.originLps],
    direction: [xi, yi, zi, xj, yj, zj, xk, yk, zk],
    metadata: {
      Modality: MODALITIES[unit] ?? 'OT',
      FrameOfReferenceUID: geometry.frameOfReferenceUid,
      ImageOrientationPatient: [xi, yi, zi, xj, yj, zj],
      PixelSpacing: [geometry.spacingMm[1], geometry.spacingMm[0]],
      Columns: columns,
      Rows: rows,
      BitsAllocated: 32,
      BitsStored: 32,
      HighBit: 31,
      SamplesPerPixel: 1,
      PixelRepresentation: 1,
      PhotometricInterpretation: 'MONOCHROME2',
      voiLut: [],
      VOILUTFunction: 'LINEAR',
    },
  });
  volume.modified();
  return volume;
}
