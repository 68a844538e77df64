import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { INCOMING, type Archive } from '../../archive/archive.js';
import { commitUpload, type StagedInstance } from '../../archive/commitUpload.js';
import { describeInstance } from '../../archive/describeInstance.js';
import { httpError } from '../httpError.js';
import { selectionFromPath } from '../selectionFromPath.js';
import { receiveParts } from './receiveParts.js';
import { FAILURE, storedAnswer, refusedAnswer, type Failure } from './storeAnswer.js';
import type { UploadLimits } from './uploadLimits.js';

/**
 * STOW-RS: keeps all instances of a request, or none.
 *
 * 200 when all are kept (also when they were there already with the same bytes), 409 when one cannot be: unreadable, of another study than
 * the path says, or of a UID that is stored with other content. An upload that breaks off leaves nothing.
 */
export async function storeInstances(
  archive: Archive,
  limits: UploadLimits,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const boundary = uploadBoundary(request.headers['content-type'] ?? '');
  const folder = path.join(archive.directory, `${INCOMING}${randomUUID()}`);
  await mkdir(folder);
  try {
    const files = await receiveParts(request.body as Readable, boundary, folder, limits);
    if (files.length === 0) throw httpError(400, 'The upload has no parts.');
    const { staged, failures } = await readStaged(files, selectionFromPath(request).studyInstanceUid);
    const conflicts = failures.length > 0 ? [] : commitUpload(archive, folder, staged);
    failures.push(...conflicts.map(record => ({ record, reason: FAILURE.duplicate })));
    const isRefused = failures.length > 0;
    return await reply
      .code(isRefused ? 409 : 200)
      .header('content-type', 'application/dicom+json; charset=utf-8')
      .send(
        JSON.stringify(
          isRefused
            ? refusedAnswer(
                failures,
                staged.map(({ record }) => record),
              )
            : storedAnswer(staged.map(({ record }) => record)),
        ),
      );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function uploadBoundary(contentType: string): string {
  const type = /;\s*type="?([^";]+)/i.exec(contentType)?.[1]?.trim().toLowerCase();
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  if (type !== undefined && type !== 'application/dicom') throw httpError(415, 'Expected parts of the type application/dicom.');
  const text = boundary?.[1] ?? boundary?.[2];
  if (text === undefined || text.length > 70) throw httpError(400, 'Expected multipart/related with a boundary of at most 70 characters.');
  return text;
}

async function readStaged(
  files: readonly string[],
  studyInstanceUid: string | undefined,
): Promise<{ staged: StagedInstance[]; failures: Failure[] }> {
  const staged: StagedInstance[] = [];
  const failures: Failure[] = [];
  for (const file of files) {
    try {
      const record = describeInstance(await readFile(file), 'an uploaded object');
      staged.push({ file, record });
      if (studyInstanceUid !== undefined && record.studyInstanceUid !== studyInstanceUid)
        failures.push({ record, reason: FAILURE.processing });
    } catch {
      failures.push({ record: null, reason: FAILURE.unreadable });
    }
  }
  return { staged, failures };
}
