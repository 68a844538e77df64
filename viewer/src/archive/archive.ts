import type { InstanceIdentity } from './instanceIdentity.js';
import type { ArchiveIndex } from './openIndex.js';
import type { DicomFile } from './readDataset.js';

/**
 * The archive: DICOM files under STUDY/SERIES/INSTANCE.dcm, and an index of them.
 *
 * The files are the truth. Folders whose name begins with a dot belong to the archive's own work.
 */
export interface Archive {
  readonly directory: string;
  readonly index: ArchiveIndex;
  /** The parsed file of an instance, kept for a while: viewers ask for frame after frame of the same file. */
  openFile(identity: InstanceIdentity): Promise<DicomFile>;
  /** Forgets what is kept of instances that go away. */
  forget(identities: readonly InstanceIdentity[]): void;
  close(): void;
}

/** A new folder for one upload; what is in it when the process dies is thrown away at the next start. */
export const INCOMING = '.incoming-';

/** A complete upload: renaming its folder to this prefix is the moment from which it is kept, whatever happens then. */
export const COMMITTED = '.committed-';
