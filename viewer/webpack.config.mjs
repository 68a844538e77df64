import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import webpack from 'webpack';

/**
 * One build of everything that OHIF loads at run time: an ES module per extension and mode, what they share in chunks beside them, workers,
 * and the WebAssembly pipelines. The folder is served at /plugins/ and may be copied to any other web root as it is.
 */
const repository = fileURLToPath(new URL('../', import.meta.url));
const installed = name => path.join(repository, 'node_modules', name);

const sources = {
  core: 'extensions/core',
  dosimetry: 'extensions/dosimetry',
  planning: 'extensions/planning',
  'verify-cycle': 'modes/verify-cycle',
  'plan-cycle': 'modes/plan-cycle',
};

// A package without an entry is left out, and the viewer runs without it as it does without any plugin that fails to load.
const entry = Object.fromEntries(
  Object.entries(sources)
    .map(([name, folder]) => [name, path.join(repository, folder, 'src/index.ts')])
    .filter(([, file]) => existsSync(file)),
);

const pipelines = (name, files) => ({
  from: path.join(installed(`@itk-wasm/${name}`), 'dist/pipelines', `${files}.{js,wasm.zst}`).replaceAll('\\', '/'),
  to: `pipelines/${name}/[name][ext]`,
});

/** @type {import('webpack').Configuration} */
export default {
  mode: 'production',
  stats: 'errors-warnings',
  context: repository,
  entry,
  target: ['web', 'es2022'],
  // What is served can be read: with its maps a browser shows the sources as they stand in the repository, and errors name their lines.
  devtool: 'source-map',
  experiments: { outputModule: true },
  output: {
    path: path.join(repository, '.work/plugins'),
    filename: '[name].mjs',
    chunkFilename: '[name].[contenthash].mjs',
    module: true,
    library: { type: 'module' },
    // Chunks, workers and pictures are found beside the module that asks for them, wherever the folder is served.
    publicPath: 'auto',
    clean: true,
  },
  optimization: {
    moduleIds: 'deterministic',
    // One runtime and one chunk for what the plugins share, so that there is one course, one React, whichever plugin came first.
    runtimeChunk: { name: chunk => (chunk.name in entry ? 'runtime' : undefined) },
    splitChunks: {
      cacheGroups: { shared: { name: 'shared', chunks: chunk => chunk.name in entry, minChunks: 2, minSize: 0, enforce: true } },
    },
  },
  resolve: {
    extensions: ['.ts', '.tsx', '.js', '.mjs'],
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
    conditionNames: ['@graywise/source', 'browser', '...'],
    // The codecs' glue asks for these in Node only. Any other built-in of Node that reaches a bundle is a mistake and fails the build.
    fallback: { fs: false, path: false, crypto: false },
  },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'swc-loader',
        options: {
          jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
        },
      },
      { test: /\.css$/, use: ['style-loader', 'css-loader'], sideEffects: true },
      // Workers are imported for what they do; their packages call themselves free of side effects, which is true of everything else in them.
      { test: /worker(\.browser)?\.ts$/i, sideEffects: true },
    ],
  },
  plugins: [
    new webpack.NormalModuleReplacementPlugin(/utils\/processTimer$/, path.join(repository, 'viewer/tools/codecTimer.cjs')),
    new CopyPlugin({
      patterns: [
        pipelines('elastix', '{elastix,default-parameter-map}'),
        pipelines('downsample', '{downsample,resample-to-reference}'),
        // The decay data inside the bundles may only be passed on with their licence.
        { from: path.join(repository, 'engine/physics/data/icrp107/LICENSE.ICRP-07'), to: '[name][ext]' },
      ],
    }),
  ],
  performance: { hints: false },
};
