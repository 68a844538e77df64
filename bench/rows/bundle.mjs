import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import config from '../../viewer/webpack.config.mjs';

/**
 * What a browser loads of the engine: the viewer's own build of its workers, minified as served, each file gzipped. Counted as code: engine/physics, kernels,
 * registration, dicom and course. Left outside: packages of others (elastix, codecs, dcmjs) and generated tables, which are data.
 */
const repository = join(import.meta.dirname, '..', '..');
const webpack = createRequire(join(repository, 'viewer', 'package.json'))('webpack');
const WORKER = { engineWorker: join(repository, 'engine/course/src/browser/engineWorker.ts') };
/** From the activity of voxels to their dose: the stage, and the worker in which it computes. */
const ABSORBED_DOSE = {
  stage: join(repository, 'engine/course/src/stages/absorbedDose.ts'),
  computingWorker: join(repository, 'engine/course/src/tasks/taskWorker.browser.ts'),
};

export default async function* lines() {
  const chunks = await engineChunks(WORKER);
  const kilobytes = chosen => chosen.reduce((sum, { bytes }) => sum + bytes / 1000, 0);
  yield {
    what: 'engine code that its worker loads to open a study, without wasm and tables, gzipped',
    figure: kilobytes(chunks.filter(({ initial }) => initial)),
    unit: 'kB',
    must: 60,
    better: 'lower',
    note: 'the rest comes once a study is open',
  };
  yield {
    what: 'engine code in the plugin bundle, without wasm and tables, gzipped',
    figure: kilobytes(chunks),
    unit: 'kB',
    must: 60,
    better: 'lower',
    note: `all parts: DICOM, calibration, kinetics, planning, findings and their words with it; of absorbed dose alone ${kilobytes(await engineChunks(ABSORBED_DOSE)).toFixed(0)}`,
  };
  yield {
    what: 'WebAssembly in the plugin bundle, gzipped',
    figure: await wasmKilobytes(),
    unit: 'kB',
    must: 60,
    better: 'lower',
    note: 'convolution and transport, in base64 as served; without elastix',
  };
}

/** The files of some entries and the workers that they start when everything that is not counted is left outside. */
async function engineChunks(entry) {
  const isCounted = request => /^[./]|^@graywise\//.test(request) && !request.includes('/generated/');
  const externals = ({ request }, done) => (isCounted(request) ? done() : done(null, `module ${request}`));
  const { compilation } = await built({ entry, externals, optimization: { ...config.optimization, runtimeChunk: false } });
  return [...compilation.chunks].map(chunk => ({
    initial: chunk.canBeInitial(),
    bytes: [...chunk.files]
      .filter(name => name.endsWith('.mjs'))
      .reduce((sum, name) => sum + gzipSync(readFileSync(join(compilation.outputOptions.path, name)), { level: 9 }).length, 0),
  }));
}

async function wasmKilobytes() {
  const { compilation } = await built({ entry: WORKER });
  // A concatenated module holds those that it was made of.
  const sources = [...compilation.modules]
    .flatMap(module => module.modules ?? [module])
    .filter(({ resource }) => /generated\/\w+Wasm\.ts$/.test(resource ?? ''))
    .map(module => String(module.originalSource()?.source() ?? ''));
  return gzipSync([...new Set(sources)].join('\n'), { level: 9 }).length / 1000;
}

/** The viewer's own build of other entries; files that it copies to the web root are no part of it. */
async function built(changes) {
  const output = { ...config.output, path: join(repository, '.work', 'bench', 'bundle') };
  const plugins = config.plugins.filter(plugin => plugin.constructor.name !== 'CopyPlugin');
  const stats = await new Promise((resolve, reject) =>
    webpack({ ...config, ...changes, devtool: false, output, plugins }, (fault, done) => (fault ? reject(fault) : resolve(done))),
  );
  if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
  return stats;
}
