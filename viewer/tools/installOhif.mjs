#!/usr/bin/env node
/**
 * Unpacks the prebuilt OHIF viewer of the pinned npm package into .work/ohif/VERSION, from where it is served unmodified.
 *
 * node viewer/tools/installOhif.mjs [VERSION...]    (without a version: the default of ohif.json)
 *
 * Safe to repeat: a version that is there stays. It appears by one rename, so a broken download leaves nothing behind.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const pinned = JSON.parse(readFileSync(new URL('../ohif.json', import.meta.url), 'utf8'));
const defaultRoot = fileURLToPath(new URL('../../.work/ohif/', import.meta.url));

/**
 * @param {{version?: string, root?: string, onProgress?: (label: string) => void}} [options]
 * @returns {Promise<string>} the folder that holds index.html
 */
export async function installOhif({ version = pinned.default, root = defaultRoot, onProgress = () => undefined } = {}) {
  const integrity = pinned.integrity[version];
  if (integrity === undefined) {
    throw new Error(`OHIF ${version} is not pinned in viewer/ohif.json; known are ${Object.keys(pinned.integrity).join(', ')}.`);
  }
  const target = path.join(root, version);
  if (existsSync(path.join(target, 'index.html'))) return target;
  await mkdir(root, { recursive: true });
  const scratch = await mkdtemp(path.join(root, 'unpacking-'));
  try {
    onProgress(`Fetching OHIF ${version}`);
    const archive = await packFromRegistry(version, scratch);
    await requireIntegrity(archive, integrity);
    onProgress(`Unpacking OHIF ${version}`);
    await run('tar', ['-xzf', archive, '-C', scratch]);
    await putInPlace(path.join(scratch, 'package', 'dist'), target);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return target;
}

async function packFromRegistry(version, folder) {
  // One command line through a shell only where Windows needs it; the version comes from ohif.json, never from a user.
  const shell = process.platform === 'win32';
  try {
    const { stdout } = await run(
      'npm',
      ['pack', `${pinned.package}@${version}`, '--json', '--ignore-scripts', '--pack-destination', folder],
      {
        cwd: folder,
        shell,
        maxBuffer: 2 ** 26,
      },
    );
    return path.join(folder, JSON.parse(stdout)[0].filename);
  } catch (error) {
    throw new Error(
      `OHIF ${version} could not be fetched with npm pack. Check the network and the npm registry setting, then run it again.`,
      { cause: error },
    );
  }
}

async function requireIntegrity(file, expected) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== expected) {
    throw new Error(`The downloaded OHIF package is not the pinned one: expected ${expected}, found ${found}. It was thrown away.`);
  }
}

async function putInPlace(source, target) {
  try {
    await rename(source, target);
  } catch (error) {
    // Another process may have finished first; its copy passed the same check.
    if (!existsSync(path.join(target, 'index.html'))) throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const versions = process.argv.slice(2);
  try {
    for (const version of versions.length > 0 ? versions : [pinned.default]) {
      const folder = await installOhif({ version, onProgress: label => console.error(label) });
      console.error(`OHIF ${version} is in ${path.relative(process.cwd(), folder)}`);
    }
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
