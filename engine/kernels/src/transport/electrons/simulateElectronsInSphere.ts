import { ENERGY_POINTS } from '@graywise/physics';
import { TRANSPORT_WASM } from '../../generated/transportWasm.js';
import { WasmArena } from '../../wasm/WasmArena.js';
import type { SpectrumTable } from '../spectrumTable.js';
import type { ElectronTables } from './electronTables.js';
import { placeElectrons, type ElectronExports } from './placeElectrons.js';

interface SphereExports extends ElectronExports {
  setSpectrum(segments: number, guide: number, guides: number): void;
  runSphere(
    seed: number,
    batch: number,
    histories: number,
    radiusGPerCm2: number,
    surroundings: number,
    photonCounts: number,
    tally: number,
  ): void;
}

export interface ElectronSphere {
  readonly medium: ElectronTables;
  readonly spectrum: SpectrumTable;
  /** Radius times density, g/cm2. */
  readonly radiusGPerCm2: number;
  /** What is around the sphere: more of the medium, or nothing. */
  readonly surroundings: 'same' | 'vacuum';
  readonly seed: number;
  readonly histories: number;
}

export interface ElectronSphereResult {
  /** Share of the emitted energy that is absorbed in the sphere, and its standard uncertainty from the spread of the batches. */
  readonly absorbedShare: number;
  readonly uncertainty: number;
  /** Share of the emitted energy that leaves electrons as photons, anywhere; the photons are not followed. */
  readonly radiatedShare: number;
}

/** Each has its own random numbers; their spread is the statistical uncertainty. */
const BATCHES = 20;

/** Electrons from a source uniform in a homogeneous sphere, by transport. */
export async function simulateElectronsInSphere(sphere: ElectronSphere): Promise<ElectronSphereResult> {
  const arena = await WasmArena.start<SphereExports>(TRANSPORT_WASM);
  placeElectrons(arena, [sphere.medium]);
  const { segments, guide } = sphere.spectrum;
  arena.exports.setSpectrum(arena.place(segments), arena.place(guide), guide.length);
  const photonCounts = arena.place(new Float64Array(ENERGY_POINTS));
  const tally = arena.place(new Float64Array(3));
  const surroundings = sphere.surroundings === 'same' ? 0 : 1;
  const histories = Math.ceil(sphere.histories / BATCHES);
  const [shares, radiated]: [number[], number[]] = [[], []];
  for (let batch = 0; batch < BATCHES; batch++) {
    arena.view(Float64Array, tally, 3).fill(0);
    arena.exports.runSphere(sphere.seed, batch, histories, sphere.radiusGPerCm2, surroundings, photonCounts, tally);
    const [inside = NaN, outside = NaN, photons = NaN] = arena.view(Float64Array, tally, 3);
    shares.push(inside / (inside + outside + photons));
    radiated.push(photons / (inside + outside + photons));
  }
  const absorbedShare = mean(shares);
  const spread = shares.reduce((sum, share) => sum + (share - absorbedShare) ** 2, 0);
  return { absorbedShare, uncertainty: Math.sqrt(spread / (BATCHES * (BATCHES - 1))), radiatedShare: mean(radiated) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
