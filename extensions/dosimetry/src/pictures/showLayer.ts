import type { VolumeViewport } from '@graywise/extension-core';
import type { LayerLook } from './layerLook.js';

/** Slabs are 0.05 mm thin; with the usual unit of 1 mm a wash would be nearly invisible. */
const OPACITY_UNIT_MM = 0.1;

/** Lays a local volume over what a viewport shows. */
export async function showLayer(viewport: VolumeViewport, volumeId: string, look: LayerLook): Promise<void> {
  await viewport.addVolumes([{ volumeId, visibility: true }]);
  const opacity = look.opacity === 'opaque' ? 1 : look.opacity;
  viewport.setProperties({ voiRange: look.range, colormap: { name: look.colormap, opacity } }, volumeId);
  const entry = viewport.getActors().find(actor => actor.referencedId === volumeId || actor.uid.includes(volumeId));
  entry?.actor.getProperty().setScalarOpacityUnitDistance(0, OPACITY_UNIT_MM);
  sayWindowOfBase(viewport, volumeId);
  viewport.render();
}

/** The viewer writes the range of the volume that was set last as window and level: let it be that of the CT. */
function sayWindowOfBase(viewport: VolumeViewport, layerId: string): void {
  const base = viewport.getActors().find(actor => actor.referencedId !== undefined && actor.referencedId !== layerId)?.referencedId;
  const voiRange = base === undefined ? undefined : viewport.getProperties(base)?.voiRange;
  if (base !== undefined && voiRange) viewport.setProperties({ voiRange }, base);
}
