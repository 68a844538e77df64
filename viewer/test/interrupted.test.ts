import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, connect, type AddressInfo } from 'node:net';
import path from 'node:path';
import { createArchive, writeVerification, type Archive, type Part10 } from '@graywise/dicom';
import { exampleRecord } from '../../engine/dicom/test/helpers/exampleRecord.js';
import { listFiles } from '../src/archive/listFiles.js';
import { temporaryFolder } from './support/startArchive.js';

const PROGRAM = path.resolve(__dirname, 'tools/archiveProcess.mjs');
const record: readonly Part10[] = writeVerification(exampleRecord());

interface RunningArchive {
  readonly process: ChildProcess;
  readonly url: string;
}

const started: ChildProcess[] = [];
afterEach(() => started.splice(0).forEach(child => child.kill('SIGKILL')));

/** Starts the archive in a process of its own; it says its address when it listens. */
async function startProcess(directory: string): Promise<RunningArchive> {
  const child = spawn(process.execPath, [PROGRAM, directory, '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { process: child, url: line.toString().trim() };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** A way to the archive on which it is killed as soon as so many bytes of the upload went through. */
async function wayThatKills(archive: RunningArchive, bytes: number): Promise<{ url: string; close: () => void }> {
  const { hostname, port } = new URL(archive.url);
  const way = createServer(near => {
    const far = connect(Number(port), hostname);
    let passed = 0;
    near.on('data', (chunk: Buffer) => {
      const rest = bytes - passed;
      passed += chunk.length;
      far.write(chunk.subarray(0, Math.max(0, rest)), () => {
        if (passed >= bytes) archive.process.kill('SIGKILL');
      });
    });
    far.on('data', chunk => near.write(chunk));
    for (const socket of [near, far]) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        near.destroy();
        far.destroy();
      });
    }
  });
  way.listen(0, '127.0.0.1');
  await once(way, 'listening');
  return { url: `http://127.0.0.1:${String((way.address() as AddressInfo).port)}`, close: () => void way.close() };
}

const archiveAt = (url: string): Archive => createArchive({ root: () => `${url}/dicomweb`, headers: () => ({}) });

async function storedUids(url: string): Promise<string[]> {
  const found = (await (await fetch(`${url}/dicomweb/instances`)).json()) as Record<string, { Value?: string[] }>[];
  return found.map(instance => instance['00080018']?.Value?.[0] ?? '').sort();
}

describe('an archive that goes while a record is stored', () => {
  const size = record.reduce((sum, { bytes }) => sum + bytes.length, 0);

  it.each([0.05, 0.5, 0.98])(
    'keeps nothing when it is killed after %f of the upload, and everything once when it is sent again',
    async share => {
      const directory = await temporaryFolder();
      const first = await startProcess(directory);
      const way = await wayThatKills(first, Math.round(size * share));
      const gone = once(first.process, 'exit');
      await expect(archiveAt(way.url).store(record)).rejects.toMatchObject({ code: 'GW_ARCHIVE_GONE' });
      await gone;
      way.close();

      const again = await startProcess(directory);
      expect(await storedUids(again.url)).toEqual([]);
      expect(await listFiles(directory)).toEqual([]);
      await archiveAt(again.url).store(record);
      const stored = await storedUids(again.url);
      expect(stored).toHaveLength(record.length);
      await archiveAt(again.url).store(record);
      expect(await storedUids(again.url)).toEqual(stored);
      await kill(again.process);
      await rm(directory, { recursive: true });
    },
  );

  it('is named when it does not answer at all', async () => {
    const directory = await temporaryFolder();
    const archive = await startProcess(directory);
    await kill(archive.process);
    await expect(archiveAt(archive.url).store(record)).rejects.toMatchObject({ code: 'GW_ARCHIVE_GONE' });
    await rm(directory, { recursive: true });
  });

  it('keeps what it said it stored when it is killed right after its answer', async () => {
    const directory = await temporaryFolder();
    const first = await startProcess(directory);
    await archiveAt(first.url).store(record);
    const stored = await storedUids(first.url);
    await kill(first.process);
    const again = await startProcess(directory);
    expect(await storedUids(again.url)).toEqual(stored);
    await kill(again.process);
    await rm(directory, { recursive: true });
  });
});
