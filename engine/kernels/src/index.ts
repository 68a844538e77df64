export { WasmArena, type ArenaExports } from './wasm/WasmArena.js';
