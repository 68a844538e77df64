import { GraywiseError } from '@graywise/physics';
import { decodeBase64 } from './decodeBase64.js';
import { webAssembly, type WasmMemory } from './webAssembly.js';

/** What every module of this package exports: its memory, and blocks of it. */
export interface ArenaExports {
  readonly memory: WasmMemory;
  /** The address of a new block of so many bytes, aligned to 64; 0 when there is no more memory. */
  allocate(bytes: number): number;
}

type NumberArray = Float32Array | Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;
type ArrayKind<A extends NumberArray> = new (buffer: ArrayBuffer, address: number, length: number) => A;

/** One instance of a WebAssembly module and the blocks of its memory. It is dropped as a whole; blocks are not given back one by one. */
export class WasmArena<Exports extends ArenaExports> {
  readonly exports: Exports;

  private constructor(exports: Exports) {
    this.exports = exports;
  }

  /** A new instance of a module that is written in base64. */
  static async start<Exports extends ArenaExports>(base64: string): Promise<WasmArena<Exports>> {
    const { instance } = await webAssembly.instantiate(decodeBase64(base64));
    return new WasmArena(instance.exports as Exports);
  }

  /** The address of a new block of so many bytes. Throws GW_MEMORY when the memory of the page or process is at its end. */
  allocate(bytes: number): number {
    const address = this.exports.allocate(bytes) >>> 0;
    if (address === 0) throw new GraywiseError('GW_MEMORY', { found: (bytes / 2 ** 20).toFixed(0) });
    return address;
  }

  /** Copies an array into a new block and gives its address. */
  place(array: NumberArray): number {
    const address = this.allocate(array.byteLength);
    new Uint8Array(this.exports.memory.buffer, address, array.byteLength).set(
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
    );
    return address;
  }

  /** A view of numbers at an address; it is void after the next allocation. */
  view<A extends NumberArray>(kind: ArrayKind<A>, address: number, length: number): A {
    return new kind(this.exports.memory.buffer, address, length);
  }
}
