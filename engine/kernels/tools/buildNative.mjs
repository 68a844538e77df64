import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { modules, readSources, sourceFolder, strictArithmetic } from './modules.mjs';

/**
 * The C sources built for this machine by gcc: oracle/<module>Oracle.c includes the module's own translation unit and gives it a main() that reads and
 * writes raw files. It is the judge of the WebAssembly (the same bits), the yardstick of its speed, and what the sanitizers watch.
 */
const kernels = join(dirname(fileURLToPath(import.meta.url)), '..');
const oracleFolder = join(kernels, 'oracle');
const nativeFolder = join(kernels, '..', '..', '.work', 'native');

/** gcc 12 makes vfmsubadd of neighbouring sums when it vectorizes straight-line code, although contraction is off: its results would differ in the last bit. */
const optimised = [...strictArithmetic, '-march=native', '-fno-tree-slp-vectorize'];
/** Bounds, lifetimes and undefined behaviour, fatal at the first fault. */
const watched = [
  '-O1',
  '-ffp-contract=off',
  '-fno-math-errno',
  '-g',
  '-fno-omit-frame-pointer',
  '-fsanitize=address,undefined',
  '-fno-sanitize-recover=all',
];

/**
 * Builds one module's oracle, when it is not up to date, and gives the program's path.
 *
 * `lanes` is the number of SIMD lanes where the module has them (by default the most that this machine has registers for); `sanitize` builds the watched
 * variant. Throws when gcc is missing or the sources do not compile.
 */
export function buildNative(name, { sanitize = false, lanes } = {}) {
  const module = modules.find(known => known.name === name);
  if (!module) throw new Error(`No module ${name}; there are ${modules.map(known => known.name).join(', ')}.`);
  const source = join(oracleFolder, `${name}Oracle.c`);
  const width = module.nativeLanes ? (lanes ?? machineLanes()) : undefined;
  const flags = [
    '-std=gnu17',
    '-Wall',
    '-Wextra',
    '-Werror',
    // Vectors wider than the baseline's registers only pass between functions of this one file.
    '-Wno-psabi',
    ...(sanitize ? watched : optimised),
    ...(width === undefined ? [] : [`-DLANES=${width}`]),
  ];
  const program = join(
    nativeFolder,
    [name, ...(width === undefined ? [] : [`${width}-lanes`]), ...(sanitize ? ['sanitized'] : [])].join('-'),
  );
  const stamp = createHash('sha256')
    .update(JSON.stringify([gccVersion(), flags, readSources(), readOracleFiles()]))
    .digest('hex');
  if (existsSync(program) && existsSync(`${program}.stamp`) && readFileSync(`${program}.stamp`, 'utf8') === stamp) return program;
  mkdirSync(nativeFolder, { recursive: true });
  // Tests in several processes may build at once: each writes its own file and the last rename stands.
  const fresh = `${program}.${process.pid}`;
  gcc([...flags, `-I${sourceFolder}`, source, '-o', fresh]);
  renameSync(fresh, program);
  writeFileSync(`${program}.stamp`, stamp);
  return program;
}

/** Every file of the oracles: they include each other's headers. */
function readOracleFiles() {
  return readdirSync(oracleFolder)
    .sort()
    .map(name => readFileSync(join(oracleFolder, name), 'utf8'));
}

/** Runs an oracle; gives its standard output and throws with its standard error when it fails. */
export function runNative(program, args) {
  // The kernels never give memory back (see common/memory.h), so what is left at the end is not a leak.
  const env = { ...process.env, ASAN_OPTIONS: 'detect_leaks=0' };
  const done = spawnSync(program, args.map(String), { encoding: 'utf8', env });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`${program} ended with ${done.status ?? done.signal}:\n${done.stderr}`);
  return done.stdout;
}

/** The number of floats in this machine's widest vector register. */
export function machineLanes() {
  const macros = gcc(['-march=native', '-dM', '-E', '-x', 'c', '/dev/null']);
  if (macros.includes('__AVX512F__')) return 16;
  return macros.includes('__AVX__') ? 8 : 4;
}

function gccVersion() {
  return gcc(['--version']);
}

function gcc(args) {
  const done = spawnSync('gcc', args, { encoding: 'utf8' });
  if (done.error) throw new Error('gcc is missing; on Debian: apt-get install gcc.');
  if (done.status !== 0) throw new Error(`gcc failed:\n${done.stderr}`);
  return done.stdout;
}

/** node buildNative.mjs MODULE [--lanes=N] [--sanitize]: builds and prints the program's path. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { lanes: { type: 'string' }, sanitize: { type: 'boolean' } },
  });
  const lanes = values.lanes === undefined ? undefined : Number(values.lanes);
  process.stdout.write(`${buildNative(positionals[0], { lanes, sanitize: values.sanitize })}\n`);
}
