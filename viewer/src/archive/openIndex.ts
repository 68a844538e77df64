import { DatabaseSync } from 'node:sqlite';
import type { InstanceIdentity, InstanceRecord } from './instanceIdentity.js';

/** Some of the instances: all of a study, all of a series, or one. Without any field: all. */
export type Selection = Partial<InstanceIdentity>;

/** One series, with the metadata of its first instance to stand for what the series has in common. */
export interface SeriesSummary {
  readonly studyInstanceUid: string;
  readonly seriesInstanceUid: string;
  readonly instances: number;
  readonly metadata: string;
}

/** The index of the archive. It is made of the files alone and can be made again from them. */
export interface ArchiveIndex {
  /** Adds or replaces, all or none. */
  add(records: readonly InstanceRecord[]): void;
  /** Removes, all or none. */
  remove(identities: readonly InstanceIdentity[]): void;
  identities(selection: Selection): InstanceIdentity[];
  /** DICOM JSON texts, in the order in which the instances came. */
  metadata(selection: Selection): string[];
  series(selection: Selection): SeriesSummary[];
  close(): void;
}

// Version of the tables and of the JSON within them: a file of another version is thrown away and made again.
const VERSION = 1;

const columns = ['studyInstanceUid', 'seriesInstanceUid', 'sopInstanceUid'] as const;

const schema = `
  CREATE TABLE instance (
    sopInstanceUid TEXT PRIMARY KEY, seriesInstanceUid TEXT NOT NULL, studyInstanceUid TEXT NOT NULL,
    sopClassUid TEXT NOT NULL, metadata TEXT NOT NULL) STRICT;
  CREATE INDEX instancesOfSeries ON instance (studyInstanceUid, seriesInstanceUid);
  PRAGMA user_version = ${VERSION};`;

/** Opens the index in a file, or makes an empty one there. Throws when the file is no database of this version. */
export function openIndex(file: string): ArchiveIndex {
  const database = new DatabaseSync(file);
  prepare(database);
  const insert = database.prepare('INSERT OR REPLACE INTO instance VALUES (?, ?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM instance WHERE sopInstanceUid = ?');
  const query = (columns: string, selection: Selection, tail: string): Record<string, unknown>[] => {
    const { where, values } = condition(selection);
    return database.prepare(`SELECT ${columns} FROM instance ${where} ${tail}`).all(...values);
  };
  return {
    add: records =>
      inTransaction(database, () => {
        for (const r of records) insert.run(r.sopInstanceUid, r.seriesInstanceUid, r.studyInstanceUid, r.sopClassUid, r.metadata);
      }),
    remove: identities =>
      inTransaction(database, () => {
        for (const identity of identities) remove.run(identity.sopInstanceUid);
      }),
    identities: selection =>
      query('studyInstanceUid, seriesInstanceUid, sopInstanceUid', selection, 'ORDER BY rowid') as unknown as InstanceIdentity[],
    metadata: selection => query('metadata', selection, 'ORDER BY rowid').map(row => String(row['metadata'])),
    series: selection =>
      // SQLite takes the bare column of the row that holds the minimum: the first instance of the series.
      query(
        'studyInstanceUid, seriesInstanceUid, COUNT(*) AS instances, MIN(rowid) AS first, metadata',
        selection,
        'GROUP BY studyInstanceUid, seriesInstanceUid ORDER BY first',
      ) as unknown as SeriesSummary[],
    close: () => {
      database.close();
    },
  };
}

function prepare(database: DatabaseSync): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  const version = database.prepare('PRAGMA user_version').get()?.['user_version'];
  if (version === VERSION) return;
  if (version !== 0) throw new Error('The index is of another version.');
  database.exec(schema);
}

function condition(selection: Selection): { where: string; values: string[] } {
  const given = columns.flatMap(column => (selection[column] === undefined ? [] : [{ column, value: selection[column] }]));
  const where = given.length === 0 ? '' : `WHERE ${given.map(({ column }) => `${column} = ?`).join(' AND ')}`;
  return { where, values: given.map(({ value }) => value) };
}

function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
