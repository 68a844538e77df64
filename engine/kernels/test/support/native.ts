import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const buildTool = join(__dirname, '..', '..', 'tools', 'buildNative.mjs');

function run(program: string, args: readonly (string | number)[]): string {
  // The kernels never give memory back, so what is left at the end is not a leak.
  const env = { ...process.env, ASAN_OPTIONS: 'detect_leaks=0' };
  const { status, stdout, stderr, error } = spawnSync(program, args.map(String), { encoding: 'utf8', env });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}:\n${stderr}`);
  return stdout;
}

/** A module's oracle, built by gcc; what it is asked is passed as raw files, which live as long as one question. */
export class NativeOracle {
  private readonly program: string;

  constructor(module: string, options: readonly string[]) {
    this.program = run(process.execPath, [buildTool, module, ...options]).trim();
  }

  /** Runs it with numbers, then the paths of the files that hold these arrays, then the path of a result; gives the result's bytes. */
  ask(numbers: readonly number[], arrays: readonly NodeJS.ArrayBufferView[]): ArrayBuffer {
    return withFiles(arrays, (paths, result) => run(this.program, [...numbers, ...paths, result]));
  }
}

/** The same question to a Python script (NumPy and SciPy of Debian). */
export function askPython(script: string, numbers: readonly number[], arrays: readonly NodeJS.ArrayBufferView[]): ArrayBuffer {
  return withFiles(arrays, (paths, result) => run('/usr/bin/python3', [script, ...numbers, ...paths, result]));
}

function withFiles(arrays: readonly NodeJS.ArrayBufferView[], ask: (paths: readonly string[], result: string) => void): ArrayBuffer {
  const folder = mkdtempSync(join(tmpdir(), 'graywise-oracle-'));
  try {
    const paths = arrays.map((array, index) => {
      const path = join(folder, `input-${index}`);
      writeFileSync(path, array);
      return path;
    });
    const result = join(folder, 'result');
    ask(paths, result);
    const bytes = readFileSync(result);
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
