import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runLLVM } from '@yowasp/clang';
import { modules, readSources, strictArithmetic } from './modules.mjs';

/**
 * C -> WebAssembly by the clang that npm brings; no compiler of the machine is used, so the same sources give the same bytes everywhere.
 *
 * Each module becomes src/generated/<name>Wasm.ts, its bytes in base64: one kind of file for Node, jest and the web bundle. What is up to date stays.
 */
const generated = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'generated');
const compiler = JSON.parse(readFileSync(fileURLToPath(new URL('../package.json', import.meta.resolve('@yowasp/clang'))), 'utf8')).version;
const quiet = { fetchProgress: () => {} };

export async function compileModule({ name, flags }, sources) {
  const object = await runLLVM(
    [
      'clang',
      '-c',
      '--target=wasm32-unknown-unknown',
      '-nostdinc',
      '-I.',
      '-Wall',
      '-Wextra',
      '-Werror',
      ...strictArithmetic,
      ...flags,
      `${name}/${name}.c`,
      '-o',
      'module.o',
    ],
    nested(sources),
    quiet,
  );
  const linked = await runLLVM(
    [
      'wasm-ld',
      '--no-entry',
      '--strip-all',
      '--export=__heap_base',
      '--export-memory',
      '--max-memory=4294967296',
      'module.o',
      '-o',
      'module.wasm',
    ],
    { 'module.o': object['module.o'] },
    quiet,
  );
  return linked['module.wasm'];
}

/** Paths with folders as the compiler's virtual file system wants them. */
function nested(sources) {
  const tree = {};
  for (const [path, text] of Object.entries(sources)) {
    const [folder, file] = path.split('/');
    (tree[folder] ??= {})[file] = text;
  }
  return tree;
}

async function build() {
  const sources = readSources();
  mkdirSync(generated, { recursive: true });
  for (const module of modules) {
    const stamp = createHash('sha256')
      .update(JSON.stringify([compiler, strictArithmetic, module, sources]))
      .digest('hex');
    const file = join(generated, `${module.name}Wasm.ts`);
    const head = `// Built by engine/kernels/tools/buildWasm.mjs from C sources with the stamp ${stamp}; change the sources, not this file.\n`;
    if (existsSync(file) && readFileSync(file, 'utf8').startsWith(head)) continue;
    const bytes = await compileModule(module, sources);
    const constant = `${module.name.toUpperCase()}_WASM`;
    writeFileSync(file, `${head}export const ${constant} = '${Buffer.from(bytes).toString('base64')}';\n`);
    process.stderr.write(`${module.name}: ${bytes.length} bytes of WebAssembly\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await build().catch(fault => {
    // The compiler has said on standard error what is wrong; its own fault object holds every source.
    process.stderr.write(`Building WebAssembly failed: ${fault.message}\n`);
    process.exitCode = 1;
  });
