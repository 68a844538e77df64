import { TRANSPORT_WASM } from '../generated/transportWasm.js';
import { WasmArena } from '../wasm/WasmArena.js';
import { aliasTable } from './aliasTable.js';
import { electronSources } from './electronSources.js';
import { placeElectrons, type ElectronExports } from './electrons/placeElectrons.js';
import { NUMBERS_PER_VOXEL, packedVoxels } from './packedVoxels.js';
import { PHOTON_CUT_MEV } from './photonCut.js';
import { photonTable } from './photonTable.js';
import { scatteringTable } from './scatteringTable.js';
import type { SpectrumTable } from './spectrumTable.js';
import type { TransportGrid } from './transportGrid.js';
import type { BatchRange, ElectronSource, EmissionSource, PhotonSource, TransportTally } from './transportTask.js';

interface TransportExports extends ElectronExports {
  setGrid(nx: number, ny: number, nz: number, dx: number, dy: number, dz: number, voxels: number): void;
  setPhotonMaterial(material: number, coefficients: number, scattering: number): void;
  preparePhotons(cutMev: number): void;
  setSpectrum(segments: number, guide: number, guides: number): void;
  setSource(entries: number, count: number): void;
  clearTallies(): void;
  endBatch(sum: number, sumOfSquares: number): void;
  runPhotons(seed: number, batch: number, histories: number, estimator: number): void;
  runElectronsByVoxel(seed: number, batch: number, sources: number, count: number, energyPerDecayMev: number): void;
  escaped(): number;
  emitted(): number;
}

const MOST_VOXELS_ALONG_AXIS = 1024;
/** Random numbers of the sources that share a batch are those of batches so far apart. */
const BATCHES_APART = 2 ** 24;

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

/** Runs a batch of a source whose tables the module holds; its histories weigh so that the batch's tally is the energy of all decays. */
type PreparedSource = (seed: number, batch: number) => void;

/** An instance of the transport that holds one patient. It keeps what it was given, so that batches of one source share their tables. */
export class TransportModule {
  private readonly arena: WasmArena<TransportExports>;
  private readonly voxels: number;
  private readonly packed: number;
  private readonly sum: number;
  private readonly sumOfSquares: number;
  private readonly prepared = new WeakMap<EmissionSource, PreparedSource>();

  private constructor(arena: WasmArena<TransportExports>, grid: TransportGrid) {
    this.arena = arena;
    this.voxels = grid.densityGPerMl.length;
    const tally = (): number => arena.allocate(this.voxels * Float64Array.BYTES_PER_ELEMENT);
    [this.sum, this.sumOfSquares] = [tally(), tally()];
    this.packed = arena.place(packedVoxels(grid));
    arena.exports.setGrid(...grid.size, ...grid.spacingCm, this.packed);
    grid.materials.forEach(({ photons, scattering }, index) => {
      arena.exports.setPhotonMaterial(index, arena.place(photonTable(photons)), arena.place(scatteringTable(scattering)));
    });
    arena.exports.preparePhotons(PHOTON_CUT_MEV);
    placeElectrons(
      arena,
      grid.materials.map(({ electrons }) => electrons),
    );
  }

  /** Throws RangeError for more voxels along an axis than c/transport/voxelWalk.h can count. */
  static async start(grid: TransportGrid): Promise<TransportModule> {
    if (Math.max(...grid.size) > MOST_VOXELS_ALONG_AXIS)
      throw new RangeError(`Transport takes at most ${String(MOST_VOXELS_ALONG_AXIS)} voxels along an axis, not ${grid.size.join(' x ')}.`);
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
    const packed = this.arena.view(Float64Array, this.packed, this.voxels * NUMBERS_PER_VOXEL);
    const absorbedMev = new Float64Array(this.voxels);
    for (let voxel = 0; voxel < this.voxels; voxel++) absorbedMev[voxel] = (packed[voxel * NUMBERS_PER_VOXEL] ?? NaN) / histories;
    return { absorbedMev, escapedMev: exports.escaped() / histories, emittedMev: exports.emitted() / histories };
  }

  /** Batches in which the sources are run one after another. */
  runBatches(sources: readonly EmissionSource[], { seed, firstBatch, batches }: BatchRange): TransportTally {
    const { exports } = this.arena;
    const prepared = sources.map(source => this.preparedSource(source));
    for (const tally of [this.sum, this.sumOfSquares]) this.arena.view(Float64Array, tally, this.voxels).fill(0);
    exports.clearTallies();
    for (let batch = firstBatch; batch < firstBatch + batches; batch++) {
      prepared.forEach((runBatch, place) => runBatch(seed, batch + place * BATCHES_APART));
      exports.endBatch(this.sum, this.sumOfSquares);
    }
    const copy = (tally: number): Float64Array => this.arena.view(Float64Array, tally, this.voxels).slice();
    const [emittedMev, escapedMev] = [exports.emitted(), exports.escaped()];
    return { batches, sumMev: copy(this.sum), sumOfSquaresMev2: copy(this.sumOfSquares), emittedMev, escapedMev };
  }

  private preparedSource(source: EmissionSource): PreparedSource {
    const known = this.prepared.get(source);
    if (known) return known;
    const prepared = source.kind === 'photons' ? this.preparePhotons(source) : this.prepareElectrons(source);
    this.prepared.set(source, prepared);
    return prepared;
  }

  private preparePhotons({ decays, importance, spectrum, historiesPerBatch }: PhotonSource): PreparedSource {
    const { exports } = this.arena;
    const decaysPerHistory = decays.reduce((sum, value) => sum + value, 0) / historiesPerBatch;
    const segments = spectrum.segments.map((value, index) => (index % 4 === 3 ? value * decaysPerHistory : value));
    const placed = [this.arena.place(segments), this.arena.place(spectrum.guide), spectrum.guide.length] as const;
    const { entries, count } = aliasTable(decays, importance);
    const address = this.arena.place(entries);
    return (seed, batch) => {
      exports.setSpectrum(...placed);
      exports.setSource(address, count);
      exports.runPhotons(seed, batch, historiesPerBatch, 1);
    };
  }

  private prepareElectrons({ decays, historiesPerBatch, spectrum, energyPerDecayMev }: ElectronSource): PreparedSource {
    const { exports } = this.arena;
    const placed = [this.arena.place(spectrum.segments), this.arena.place(spectrum.guide), spectrum.guide.length] as const;
    const { entries, count } = electronSources(decays, historiesPerBatch);
    const address = this.arena.place(entries);
    return (seed, batch) => {
      exports.setSpectrum(...placed);
      exports.runElectronsByVoxel(seed, batch, address, count, energyPerDecayMev);
    };
  }
}
