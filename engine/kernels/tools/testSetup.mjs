import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Before any test: the WebAssembly of the kernels is what the C sources say. */
export default function buildKernels() {
  const built = spawnSync(process.execPath, [fileURLToPath(new URL('buildWasm.mjs', import.meta.url))], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('The WebAssembly of engine/kernels could not be built.');
}
