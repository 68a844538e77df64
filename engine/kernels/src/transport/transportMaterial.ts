import type { PhotonCrossSections, ScatteringFunctions } from '@graywise/physics';
import type { ElectronTables } from './electrons/electronTables.js';

/** Everything that the transport looks up of a material. Plain arrays, so that it can be handed to a worker. */
export interface TransportMaterial {
  readonly name: string;
  readonly photons: PhotonCrossSections;
  readonly scattering: ScatteringFunctions;
  readonly electrons: ElectronTables;
}
