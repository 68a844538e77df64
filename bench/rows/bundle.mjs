import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import config from '../../viewer/webpack.config.mjs';

/**
 * What a browser loads of the engine: the modules of its worker as the viewer's own build serves them (comments and all, nothing minified), put one after
 * another and gzipped. Counted as code: engine/physics, kernels, registration, dicom and course. Not counted: packages of others (elastix, codecs, dcmjs) and
 * generated tables, which are data.
 */
const repository = join(import.meta.dirname, '..', '..');
const webpack = createRequire(join(repository, 'viewer', 'package.json'))('webpack');

export default async function* lines() {
  const modules = await workerModules();
  const kilobytes = chosen => gzipSync(chosen.map(({ source }) => source).join('\n'), { level: 9 }).length / 1000;
  const isWasm = ({ path }) => /generated\/\w+Wasm\.ts$/.test(path);
  const code = modules.filter(({ path }) => path.startsWith('engine/') && !path.includes('/generated/'));
  const packages = Object.entries(Object.groupBy(code, ({ path }) => path.split('/')[1])).map(
    ([name, own]) => `${name} ${kilobytes(own).toFixed(0)}`,
  );
  yield {
    what: 'engine code in the plugin bundle, without wasm and tables, gzipped',
    figure: kilobytes(code),
    unit: 'kB',
    must: 60,
    better: 'lower',
    note: `as served, with comments and not minified: ${packages.join(', ')}; the worker that computes (kernels, registration, what they use of physics) is ${(await computingWorkerKilobytes()).toFixed(0)} of it`,
  };
  yield {
    what: 'WebAssembly in the plugin bundle, gzipped',
    figure: kilobytes(modules.filter(isWasm)),
    unit: 'kB',
    must: 60,
    better: 'lower',
    note: 'convolution and transport, in base64 as served; without elastix',
  };
}

/** Part of the whole, for the note: the chunks of the computing worker when everything that is not counted is left outside. */
async function computingWorkerKilobytes() {
  const isCounted = request => /^[./]|^@graywise\//.test(request) && !request.includes('/generated/');
  const externals = ({ request }, done) => (isCounted(request) ? done() : done(null, `module ${request}`));
  const entry = { computingWorker: join(repository, 'engine/course/src/tasks/taskWorker.browser.ts') };
  const { compilation } = await built({
    entry,
    externals,
    optimization: { ...config.optimization, splitChunks: false, runtimeChunk: false },
  });
  const chunks = Object.keys(compilation.assets).filter(name => name.endsWith('.mjs'));
  const bytesOf = name => gzipSync(readFileSync(join(compilation.outputOptions.path, name)), { level: 9 }).length;
  return chunks.reduce((sum, name) => sum + bytesOf(name) / 1000, 0);
}

/** The viewer's own build with other entries; the copied files of the web root are no part of a worker. */
async function built(changes) {
  const output = { ...config.output, path: join(repository, '.work', 'bench', 'bundle') };
  const plugins = config.plugins.filter(plugin => plugin.constructor.name !== 'CopyPlugin');
  const stats = await new Promise((resolve, reject) =>
    webpack({ ...config, ...changes, output, plugins }, (fault, done) => (fault ? reject(fault) : resolve(done))),
  );
  if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
  return stats;
}

/** Every module of the engine's worker: its path in the repository and its code after the loaders. */
async function workerModules() {
  const entry = { engineWorker: join(repository, 'engine/course/src/browser/engineWorker.ts') };
  const stats = await built({ entry });
  // A concatenated module holds those that it was made of.
  const single = [...stats.compilation.modules].flatMap(module => module.modules ?? [module]);
  const byPath = new Map(
    single
      .filter(({ resource }) => resource)
      .map(module => [relative(repository, module.resource), String(module.originalSource()?.source() ?? '')]),
  );
  return [...byPath].map(([path, source]) => ({ path, source }));
}
