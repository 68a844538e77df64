import { readFile } from 'node:fs/promises';
import type { InstanceIdentity } from './instanceIdentity.js';
import { instancePath } from './instancePath.js';
import { readDataset, type DicomFile } from './readDataset.js';

// Enough for the multi-frame objects of a course side by side (a SPECT of 128 cubed is 4 MB, a dose of 300 cubed 54 MB).
const KEPT_BYTES = 256 * 2 ** 20;

interface Kept {
  readonly file: Promise<DicomFile>;
  bytes: number;
}

/** Reads files once and keeps the most recently asked for, up to a fixed number of bytes. */
export function keepRecentFiles(directory: string): {
  readonly open: (identity: InstanceIdentity) => Promise<DicomFile>;
  readonly forget: (identities: readonly InstanceIdentity[]) => void;
} {
  const kept = new Map<string, Kept>();

  const trim = (): void => {
    let total = [...kept.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    for (const [uid, { bytes }] of kept) {
      if (total <= KEPT_BYTES || kept.size === 1) return;
      kept.delete(uid);
      total -= bytes;
    }
  };

  const read = async (identity: InstanceIdentity, entry: { bytes: number }): Promise<DicomFile> => {
    const bytes = await readFile(instancePath(directory, identity));
    entry.bytes = bytes.length;
    return readDataset(bytes, 'the stored object');
  };

  return {
    open: async identity => {
      const uid = identity.sopInstanceUid;
      const found = kept.get(uid);
      const size = { bytes: 0 };
      const entry: Kept = found ?? Object.assign(size, { file: read(identity, size) });
      // The order of a Map is the order of insertion: taking an entry out and in again makes it the most recent.
      kept.delete(uid);
      kept.set(uid, entry);
      try {
        return await entry.file;
      } catch (error) {
        kept.delete(uid);
        throw error;
      } finally {
        trim();
      }
    },
    forget: identities => {
      for (const { sopInstanceUid } of identities) kept.delete(sopInstanceUid);
    },
  };
}
