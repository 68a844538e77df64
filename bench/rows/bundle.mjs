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
    note: `as served, with comments and not minified: ${packages.join(', ')}`,
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

/** Every module of the engine's worker: its path in the repository and its code after the loaders. */
async function workerModules() {
  const entry = { engineWorker: join(repository, 'engine/course/src/browser/engineWorker.ts') };
  const output = { ...config.output, path: join(repository, '.work', 'bench', 'bundle') };
  // The copied files of the web root are no part of the worker.
  const plugins = config.plugins.filter(plugin => plugin.constructor.name !== 'CopyPlugin');
  const stats = await new Promise((resolve, reject) =>
    webpack({ ...config, entry, output, plugins }, (fault, built) => (fault ? reject(fault) : resolve(built))),
  );
  if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
  // A concatenated module holds those that it was made of.
  const single = [...stats.compilation.modules].flatMap(module => module.modules ?? [module]);
  const byPath = new Map(
    single
      .filter(({ resource }) => resource)
      .map(module => [relative(repository, module.resource), String(module.originalSource()?.source() ?? '')]),
  );
  return [...byPath].map(([path, source]) => ({ path, source }));
}
