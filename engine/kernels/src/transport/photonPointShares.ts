import { TRANSPORT_WASM } from '../generated/transportWasm.js';
import { WasmArena, type ArenaExports } from '../wasm/WasmArena.js';
import { photonTable } from './photonTable.js';
import { scatteringTable } from './scatteringTable.js';
import type { TransportMaterial } from './transportMaterial.js';

interface PointSourceExports extends ArenaExports {
  setPhotonMaterial(material: number, coefficients: number, scattering: number): void;
  preparePhotons(cutMev: number): void;
  runPhotonPointSource(
    seed: number,
    batch: number,
    histories: number,
    energyMev: number,
    radii: number,
    count: number,
    absorbed: number,
  ): void;
}

export interface PhotonPointSource {
  readonly medium: TransportMaterial;
  readonly energyMev: number;
  /** Ascending, g/cm2. */
  readonly radiiGPerCm2: ArrayLike<number>;
  readonly seed: number;
  readonly histories: number;
}

/** Just above the first energy of the tables. */
const PHOTON_CUT_MEV = 0.00098;

/**
 * The share of its photons' energy that a point source in an unbounded medium leaves within each radius, by transport with the track-length estimator. Not
 * normalised: within all space it is 1 within statistics.
 */
export async function photonPointShares({ medium, energyMev, radiiGPerCm2, seed, histories }: PhotonPointSource): Promise<Float64Array> {
  const arena = await WasmArena.start<PointSourceExports>(TRANSPORT_WASM);
  arena.exports.setPhotonMaterial(0, arena.place(photonTable(medium.photons)), arena.place(scatteringTable(medium.scattering)));
  arena.exports.preparePhotons(PHOTON_CUT_MEV);
  const count = radiiGPerCm2.length;
  const radii = arena.place(Float64Array.from(radiiGPerCm2));
  const absorbed = arena.place(new Float64Array(count));
  arena.exports.runPhotonPointSource(seed, 0, histories, energyMev, radii, count, absorbed);
  return arena.view(Float64Array, absorbed, count).map(energy => energy / (energyMev * histories));
}
