/**
 * The part of WebAssembly's interface that this package uses. TypeScript has it only in its library of the DOM, which stays out of the engine, so it is
 * described here.
 */
export interface WasmMemory {
  /** A new buffer after every growth of the memory: never keep a view over a call that allocates. */
  readonly buffer: ArrayBuffer;
}

interface WebAssemblyInterface {
  instantiate(bytes: Uint8Array<ArrayBuffer>): Promise<{ readonly instance: { readonly exports: unknown } }>;
}

declare const globalThis: { readonly WebAssembly: WebAssemblyInterface };

export const webAssembly: WebAssemblyInterface = globalThis.WebAssembly;
