import type { ArenaExports, WasmArena } from '../../wasm/WasmArena.js';
import { bremsstrahlungShape } from './bremsstrahlungShape.js';
import type { ElectronTables } from './electronTables.js';

export interface ElectronExports extends ArenaExports {
  setElectronPhysics(deltaCutoffMev: number, photonCutoffMev: number, absorptionMev: number, shape: number): void;
  setElectronMaterial(material: number, rows: number): void;
}

/** Hands the tables of the materials, numbered in this order, to a module. They must be made with the same settings. */
export function placeElectrons<Exports extends ElectronExports>(arena: WasmArena<Exports>, materials: readonly ElectronTables[]): void {
  materials.forEach(({ settings, rows }, material) => {
    if (material === 0)
      arena.exports.setElectronPhysics(
        settings.deltaCutoffMev,
        settings.photonCutoffMev,
        settings.absorptionMev,
        arena.place(bremsstrahlungShape()),
      );
    arena.exports.setElectronMaterial(material, arena.place(rows));
  });
}
