import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { GraywiseError } from '@graywise/physics';
import { freePort } from './freePort.js';
import { orthancConfiguration } from './orthancConfiguration.js';

/** A running Orthanc. */
export interface Orthanc {
  /** Its address, on the loopback interface. */
  readonly url: string;
  /** The value of the Authorization header that it asks for. */
  readonly authorization: string;
  /** Ends it and waits until it has ended. */
  close(): Promise<void>;
}

const EXECUTABLES = ['/usr/sbin/Orthanc', '/usr/local/sbin/Orthanc', '/opt/homebrew/bin/Orthanc', '/usr/local/bin/Orthanc'];

// Orthanc was seen ready after 0.2 s; a large store takes longer to open.
const READY_WITHIN_MS = 30_000;

/** Where Orthanc is on this machine, or null. */
export function findOrthanc(): string | null {
  return EXECUTABLES.find(file => existsSync(file)) ?? null;
}

/** Starts Orthanc with its storage in a folder, and waits until it answers. Throws GW_ORTHANC. */
export async function startOrthanc(folder: string): Promise<Orthanc> {
  const executable = findOrthanc();
  if (executable === null) throw new GraywiseError('GW_ORTHANC', { found: 'it is not installed' });
  await mkdir(folder, { recursive: true });
  const port = await freePort();
  // Orthanc listens on every interface whatever one sets; a password of this run keeps other machines and other users out.
  const password = randomBytes(24).toString('hex');
  const file = path.join(folder, 'orthanc.json');
  await writeFile(file, JSON.stringify(orthancConfiguration({ folder, port, password }), null, 2), { mode: 0o600 });
  const child = spawn(executable, [file], { stdio: 'ignore' });
  const end = (): void => {
    child.kill('SIGTERM');
  };
  process.once('exit', end);
  const orthanc = {
    url: `http://127.0.0.1:${String(port)}`,
    authorization: `Basic ${Buffer.from(`graywise:${password}`).toString('base64')}`,
    close: async () => {
      process.off('exit', end);
      await ended(child);
    },
  };
  try {
    await untilReady(orthanc, child);
  } catch (error) {
    await orthanc.close();
    throw error;
  }
  return orthanc;
}

async function untilReady(orthanc: Orthanc, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new GraywiseError('GW_ORTHANC', { found: `it ended with code ${String(child.exitCode)}` });
    // The plugin for DICOMweb is there when its own resource answers; until then the connection is refused or not found.
    const answer = await fetch(`${orthanc.url}/dicomweb/studies?limit=1`, { headers: { authorization: orthanc.authorization } }).catch(
      () => null,
    );
    if (answer?.ok === true) return;
    await wait(50);
  }
  throw new GraywiseError('GW_ORTHANC', { found: 'it did not answer as a DICOMweb archive; is the package orthanc-dicomweb installed?' });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  await new Promise(resolve => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}
