import { TRANSPORT_WASM } from '../generated/transportWasm.js';
import { WasmArena, type ArenaExports } from '../wasm/WasmArena.js';
import { aliasTable } from './aliasTable.js';
import { photonTable } from './photonTable.js';
import { scatteringTable } from './scatteringTable.js';
import type { SpectrumTable } from './spectrumTable.js';
import type { TransportGrid } from './transportGrid.js';

interface TransportExports extends ArenaExports {
  setGrid(
    nx: number,
    ny: number,
    nz: number,
    dx: number,
    dy: number,
    dz: number,
    density: number,
    material: number,
    absorbed: number,
  ): void;
  setPhotonMaterial(material: number, coefficients: number, scattering: number): void;
  preparePhotons(cutMev: number): void;
  setSpectrum(segments: number, guide: number, guides: number): void;
  setSource(entries: number, count: number): void;
  clearTallies(): void;
  runPhotons(seed: number, batch: number, histories: number, estimator: number): void;
  escaped(): number;
  emitted(): number;
}

/** Analog: energy is deposited where photons interact. Track length: on the whole way of a photon, what it transfers there on average. */
export type PhotonEstimator = 'analog' | 'track length';

/** A batch of histories: its random numbers follow from seed and batch alone. */
export interface Batch {
  readonly seed: number;
  readonly batch: number;
  readonly histories: number;
}

/** What a batch left in the patient: MeV per history, where the mean over histories is the sum over the emissions of a decay. */
export interface BatchTally {
  readonly absorbedMev: Float64Array;
  readonly escapedMev: number;
  readonly emittedMev: number;
}

/** Photons of less (MeV) are absorbed where they are: their way in tissue is below half a millimetre. */
const PHOTON_CUT_MEV = 0.003;

/** An instance of the transport that holds one patient. A source has to be set before a batch is run. */
export class TransportModule {
  private readonly arena: WasmArena<TransportExports>;
  private readonly voxels: number;
  private readonly absorbed: number;

  private constructor(arena: WasmArena<TransportExports>, grid: TransportGrid) {
    this.arena = arena;
    this.voxels = grid.densityGPerMl.length;
    this.absorbed = arena.allocate(this.voxels * Float64Array.BYTES_PER_ELEMENT);
    const [density, material] = [arena.place(grid.densityGPerMl), arena.place(grid.materialIndex)];
    arena.exports.setGrid(...grid.size, ...grid.spacingCm, density, material, this.absorbed);
    grid.materials.forEach(({ photons, scattering }, index) => {
      arena.exports.setPhotonMaterial(index, arena.place(photonTable(photons)), arena.place(scatteringTable(scattering)));
    });
    arena.exports.preparePhotons(PHOTON_CUT_MEV);
  }

  static async start(grid: TransportGrid): Promise<TransportModule> {
    return new TransportModule(await WasmArena.start<TransportExports>(TRANSPORT_WASM), grid);
  }

  /** Where decays are: weights by voxel, any unit, uniform within a voxel. */
  setSource(weights: ArrayLike<number>): void {
    const { entries, count } = aliasTable(weights);
    this.arena.exports.setSource(this.arena.place(entries), count);
  }

  /** What a decay emits. */
  setSpectrum({ segments, guide }: SpectrumTable): void {
    this.arena.exports.setSpectrum(this.arena.place(segments), this.arena.place(guide), guide.length);
  }

  runPhotons({ seed, batch, histories }: Batch, estimator: PhotonEstimator): BatchTally {
    const { exports } = this.arena;
    exports.clearTallies();
    exports.runPhotons(seed, batch, histories, estimator === 'analog' ? 0 : 1);
    const absorbedMev = this.arena.view(Float64Array, this.absorbed, this.voxels).map(energy => energy / histories);
    return { absorbedMev, escapedMev: exports.escaped() / histories, emittedMev: exports.emitted() / histories };
  }
}
