import type { Host } from '../host/host.js';
import { hostService } from '../host/hostService.js';
import type { Point3 } from './cornerstone.js';

/** A volume viewport of cornerstone, as far as it is used here. */
export interface VolumeViewport {
  readonly id: string;
  readonly element: HTMLDivElement;
  readonly type: string;
  getCamera(): Camera;
  setCamera(camera: Partial<Camera>): void;
  canvasToWorld(point: readonly [number, number]): Point3;
  addVolumes(volumes: readonly { readonly volumeId: string; readonly visibility: boolean }[]): Promise<void>;
  removeVolumeActors(volumeIds: readonly string[]): void;
  setProperties(properties: object, volumeId: string): void;
  getProperties(volumeId: string): { readonly voiRange?: object } | undefined;
  getActors(): readonly { readonly referencedId?: string; readonly uid: string; readonly actor: { getProperty(): VolumeProperty } }[];
  /** Scrolls so that the point is in the plane; absent in some versions of the viewer. */
  jumpToWorld?(point: Point3): void;
  render(): void;
}

/** Where a viewport looks from, mm LPS. `parallelScale` is half the height that it shows. */
export interface Camera {
  readonly focalPoint: Point3;
  readonly position: Point3;
  readonly viewUp: Point3;
  readonly viewPlaneNormal: Point3;
  readonly parallelScale: number;
}

export interface VolumeProperty {
  setScalarOpacityUnitDistance(component: number, distance: number): void;
}

export interface Viewports {
  /** The volume viewports that are on the screen. */
  volumes(): readonly VolumeViewport[];
}

interface ViewportService {
  getCornerstoneViewport(id: string): VolumeViewport | null | undefined;
}

export function viewports(host: Host): Viewports {
  const grid = hostService<{ getState(): { readonly viewports: ReadonlyMap<string, unknown> } }>(host, 'viewportGridService');
  const service = hostService<ViewportService>(host, 'cornerstoneViewportService');
  return {
    volumes: () =>
      [...grid.getState().viewports.keys()]
        .map(id => service.getCornerstoneViewport(id))
        .filter(found => found?.type === 'orthographic') as VolumeViewport[],
  };
}
