import { ENERGY_POINTS } from '@graywise/physics';
import { TRANSPORT_WASM } from '../../generated/transportWasm.js';
import { WasmArena } from '../../wasm/WasmArena.js';
import { tableValue } from './tableValue.js';
import type { ElectronTables } from './electronTables.js';
import { placeElectrons, type ElectronExports } from './placeElectrons.js';

interface PointSourceExports extends ElectronExports {
  runPointSource(
    seed: number,
    batch: number,
    histories: number,
    energyMev: number,
    shellGPerCm2: number,
    shells: number,
    absorbed: number,
    photonCounts: number,
    tally: number,
  ): void;
}

export interface ElectronPointSource {
  readonly medium: ElectronTables;
  readonly energyMev: number;
  /** Shells of equal thickness from the source to `reach` times the CSDA range. */
  readonly shells: number;
  readonly reach: number;
  readonly seed: number;
  readonly histories: number;
}

/** What electrons of one energy leave around a point of an unbounded medium. */
export interface ElectronPointKernel {
  readonly csdaRangeGPerCm2: number;
  /** Share of the emitted energy that collisions leave within 0, 1, 2, … shells; the last holds what lies beyond as well. */
  readonly absorbedShares: Float64Array;
  /** Share of the emitted energy that leaves as photons. With the last absorbed share it adds to one. */
  readonly radiatedShare: number;
  /** Photons by emitted electron on the energy grid; one between two points is divided so that number and energy are kept. */
  readonly photonCounts: Float64Array;
}

/** The point kernel of electrons of one energy, by transport. */
export async function electronPointKernel(source: ElectronPointSource): Promise<ElectronPointKernel> {
  const { medium, energyMev, shells, reach, seed, histories } = source;
  const arena = await WasmArena.start<PointSourceExports>(TRANSPORT_WASM);
  placeElectrons(arena, [medium]);
  const csdaRangeGPerCm2 = tableValue(medium.csdaRangeGPerCm2, energyMev);
  const absorbed = arena.place(new Float64Array(shells));
  const photonCounts = arena.place(new Float64Array(ENERGY_POINTS));
  const tally = arena.place(new Float64Array(3));
  const shell = (reach * csdaRangeGPerCm2) / shells;
  arena.exports.runPointSource(seed, 0, histories, energyMev, shell, shells, absorbed, photonCounts, tally);
  const emittedMev = energyMev * histories;
  const absorbedShares = new Float64Array(shells + 1);
  arena.view(Float64Array, absorbed, shells).forEach((energy, index) => {
    absorbedShares[index + 1] = (absorbedShares[index] ?? NaN) + energy / emittedMev;
  });
  return {
    csdaRangeGPerCm2,
    absorbedShares,
    radiatedShare: (arena.view(Float64Array, tally, 3)[2] ?? NaN) / emittedMev,
    photonCounts: arena.view(Float64Array, photonCounts, ENERGY_POINTS).map(count => count / histories),
  };
}
