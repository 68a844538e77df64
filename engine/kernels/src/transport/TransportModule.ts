import { TRANSPORT_WASM } from '../generated/transportWasm.js';
import { WasmArena } from '../wasm/WasmArena.js';
import { aliasTable } from './aliasTable.js';
import { electronSources } from './electronSources.js';
import { placeElectrons, type ElectronExports } from './electrons/placeElectrons.js';
import { PHOTON_CUT_MEV } from './photonCut.js';
import { photonTable } from './photonTable.js';
import { scatteringTable } from './scatteringTable.js';
import type { SpectrumTable } from './spectrumTable.js';
import type { TransportGrid } from './transportGrid.js';
import type { EmissionSource, TransportTally, TransportTask } from './transportTask.js';

interface TransportExports extends ElectronExports {
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
  endBatch(scale: number, sum: number, sumOfSquares: number): void;
  runPhotons(seed: number, batch: number, histories: number, estimator: number): void;
  runElectronsByVoxel(seed: number, batch: number, sources: number, count: number, energyPerDecayMev: number): void;
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

/** A source whose tables the module holds. */
interface PreparedSource {
  readonly runBatch: (seed: number, batch: number) => void;
  /** From a batch's tally to the energy of all decays. */
  readonly scale: number;
}

/** An instance of the transport that holds one patient. It keeps what it was given, so that batches of one source share their tables. */
export class TransportModule {
  private readonly arena: WasmArena<TransportExports>;
  private readonly voxels: number;
  private readonly absorbed: number;
  private readonly sum: number;
  private readonly sumOfSquares: number;
  private readonly prepared = new WeakMap<EmissionSource, PreparedSource>();

  private constructor(arena: WasmArena<TransportExports>, grid: TransportGrid) {
    this.arena = arena;
    this.voxels = grid.densityGPerMl.length;
    const tally = (): number => arena.allocate(this.voxels * Float64Array.BYTES_PER_ELEMENT);
    [this.absorbed, this.sum, this.sumOfSquares] = [tally(), tally(), tally()];
    const [density, material] = [arena.place(grid.densityGPerMl), arena.place(grid.materialIndex)];
    arena.exports.setGrid(...grid.size, ...grid.spacingCm, density, material, this.absorbed);
    grid.materials.forEach(({ photons, scattering }, index) => {
      arena.exports.setPhotonMaterial(index, arena.place(photonTable(photons)), arena.place(scatteringTable(scattering)));
    });
    arena.exports.preparePhotons(PHOTON_CUT_MEV);
    placeElectrons(
      arena,
      grid.materials.map(({ electrons }) => electrons),
    );
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

  /** One batch of photons of the source that was set. */
  runPhotons({ seed, batch, histories }: Batch, estimator: PhotonEstimator): BatchTally {
    const { exports } = this.arena;
    exports.clearTallies();
    exports.runPhotons(seed, batch, histories, estimator === 'analog' ? 0 : 1);
    const absorbedMev = this.arena.view(Float64Array, this.absorbed, this.voxels).map(energy => energy / histories);
    return { absorbedMev, escapedMev: exports.escaped() / histories, emittedMev: exports.emitted() / histories };
  }

  /** The batches of a task. */
  runBatches({ source, seed, firstBatch, batches }: TransportTask): TransportTally {
    const { exports } = this.arena;
    const prepared = this.prepared.get(source) ?? this.prepare(source);
    this.prepared.set(source, prepared);
    const { runBatch, scale } = prepared;
    for (const tally of [this.sum, this.sumOfSquares]) this.arena.view(Float64Array, tally, this.voxels).fill(0);
    exports.clearTallies();
    for (let batch = firstBatch; batch < firstBatch + batches; batch++) {
      runBatch(seed, batch);
      exports.endBatch(scale, this.sum, this.sumOfSquares);
    }
    const copy = (tally: number): Float64Array => this.arena.view(Float64Array, tally, this.voxels).slice();
    const [emittedMev, escapedMev] = [exports.emitted() * scale, exports.escaped() * scale];
    return { batches, sumMev: copy(this.sum), sumOfSquaresMev2: copy(this.sumOfSquares), emittedMev, escapedMev };
  }

  private prepare(source: EmissionSource): PreparedSource {
    const { exports } = this.arena;
    const { segments, guide } = source.spectrum;
    const spectrum = [this.arena.place(segments), this.arena.place(guide), guide.length] as const;
    const { entries, count } =
      source.kind === 'photons' ? aliasTable(source.decays) : electronSources(source.decays, source.historiesPerBatch);
    const address = this.arena.place(entries);
    const runBatch = (seed: number, batch: number): void => {
      exports.setSpectrum(...spectrum);
      if (source.kind === 'electrons') {
        exports.runElectronsByVoxel(seed, batch, address, count, source.energyPerDecayMev);
        return;
      }
      exports.setSource(address, count);
      exports.runPhotons(seed, batch, source.historiesPerBatch, 1);
    };
    return { runBatch, scale: scaleOf(source) };
  }
}

function scaleOf(source: EmissionSource): number {
  return source.kind === 'electrons' ? 1 : source.decays.reduce((sum, value) => sum + value, 0) / source.historiesPerBatch;
}
