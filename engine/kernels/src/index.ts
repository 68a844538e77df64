export { WasmArena, type ArenaExports } from './wasm/WasmArena.js';
export type { Convolution } from './convolution/Convolution.js';
export { ConvolutionCache } from './convolution/ConvolutionCache.js';
export { createConvolution, type ConvolutionRequest } from './convolution/createConvolution.js';
export { aliasTable, type AliasTable } from './transport/aliasTable.js';
export { electronBands } from './transport/electrons/electronBands.js';
export { electronPointKernel, type ElectronPointKernel, type ElectronPointSource } from './transport/electrons/electronPointKernel.js';
export {
  ELECTRON_SETTINGS,
  pointKernelSettings,
  type ElectronSettings,
  type ScatteringModel,
} from './transport/electrons/electronSettings.js';
export { electronTables, type ElectronTables } from './transport/electrons/electronTables.js';
export {
  simulateElectronsInSphere,
  type ElectronSphere,
  type ElectronSphereResult,
} from './transport/electrons/simulateElectronsInSphere.js';
export { loadTransportMaterial } from './transport/loadTransportMaterial.js';
export { photonBands } from './transport/photonBands.js';
export { photonPointShares, type PhotonPointSource } from './transport/photonPointShares.js';
export { spectrumTable, type EmissionBand, type SpectrumTable } from './transport/spectrumTable.js';
export type { TransportGrid } from './transport/transportGrid.js';
export type { TransportMaterial } from './transport/transportMaterial.js';
export { TransportModule, type Batch, type BatchTally, type PhotonEstimator } from './transport/TransportModule.js';
export { monteCarloEngine } from './engines/monteCarloEngine.js';
export { voxelKernelEngine } from './engines/voxelKernelEngine.js';
export { monteCarloDose, type ElectronMode, type MonteCarloDose, type MonteCarloRequest } from './transport/monteCarlo/monteCarloDose.js';
export { runTransportTask } from './transport/runTransportTask.js';
export type {
  ElectronSource,
  EmissionSource,
  PhotonSource,
  TaskRunner,
  TransportPatient,
  TransportTally,
  TransportTask,
} from './transport/transportTask.js';
export { electronPointKernelTable, type PointKernelTransport } from './pointKernels/electronPointKernelTable.js';
export { transportedPointKernel, type TransportedKernelRequest } from './pointKernels/transportedPointKernel.js';
export { photonsInBall, type BallOfPhotons } from './spheres/photonsInBall.js';
export { transportedSphere, type TransportedSphereRequest } from './spheres/transportedSphere.js';
export { collisionMoments } from './transport/electrons/collisionMoments.js';
export { transportCase } from './transport/transportCase.js';
