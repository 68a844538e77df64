export { WasmArena, type ArenaExports } from './wasm/WasmArena.js';
export { aliasTable, type AliasTable } from './transport/aliasTable.js';
export { loadTransportMaterial } from './transport/loadTransportMaterial.js';
export { photonBands } from './transport/photonBands.js';
export { photonPointShares, type PhotonPointSource } from './transport/photonPointShares.js';
export { spectrumTable, type DrawnBy, type EmissionBand, type SpectrumTable } from './transport/spectrumTable.js';
export type { TransportGrid } from './transport/transportGrid.js';
export type { TransportMaterial } from './transport/transportMaterial.js';
export { TransportModule, type Batch, type BatchTally, type PhotonEstimator } from './transport/TransportModule.js';
