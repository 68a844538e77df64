import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Archive } from '../archive/archive.js';
import type { DicomJson } from '../archive/dicomJson.js';
import { removeInstances } from '../archive/removeInstances.js';
import { httpError } from './httpError.js';
import { parseQuery, type Query } from './qido/query.js';
import { searchInstances } from './qido/searchInstances.js';
import { searchSeries } from './qido/searchSeries.js';
import { searchStudies } from './qido/searchStudies.js';
import { retrieveRendered } from './rendered/retrieveRendered.js';
import { selectionFromPath } from './selectionFromPath.js';
import { storeInstances } from './stow/storeInstances.js';
import { DEFAULT_UPLOAD_LIMITS, type UploadLimits } from './stow/uploadLimits.js';
import { retrieveBulkData } from './wado/retrieveBulkData.js';
import { retrieveFrames } from './wado/retrieveFrames.js';
import { retrieveInstances } from './wado/retrieveInstances.js';
import { retrieveMetadata } from './wado/retrieveMetadata.js';

const STUDY = '/studies/:study';
const SERIES = `${STUDY}/series/:series`;
const INSTANCE = `${SERIES}/instances/:instance`;

// Sides of the largest picture and of a thumbnail, in pixels.
const PICTURE = 2048;
const THUMBNAIL = 256;

/** The DICOMweb services of the archive (PS3.18 chapter 10), relative to the prefix that the server gives them. */
export function registerDicomweb(server: FastifyInstance, archive: Archive, limits: UploadLimits = DEFAULT_UPLOAD_LIMITS): void {
  // The body of an upload stays a stream: it goes to disk part by part under its own limits.
  server.addContentTypeParser(/^multipart\/related/i, { bodyLimit: Number.MAX_SAFE_INTEGER }, (_request, body, done) => {
    done(null, body);
  });
  for (const path of ['/studies', STUDY]) {
    server.post(path, { bodyLimit: Number.MAX_SAFE_INTEGER }, (request, reply) => storeInstances(archive, limits, request, reply));
  }
  registerSearch(server, archive);
  registerRetrieval(server, archive);
  for (const path of [STUDY, SERIES, INSTANCE]) {
    server.delete(path, (request, reply) => {
      if (removeInstances(archive, selectionFromPath(request)) === 0)
        throw httpError(404, 'The archive has no such study, series or instance.');
      return reply.code(204).send();
    });
  }
}

function registerSearch(server: FastifyInstance, archive: Archive): void {
  const answer = (path: string, search: (query: Query, request: FastifyRequest) => readonly DicomJson[]): void => {
    server.get(path, (request, reply) => {
      const query = parseQuery(new URL(request.url, 'http://localhost').searchParams);
      return reply.header('content-type', 'application/dicom+json; charset=utf-8').send(JSON.stringify(search(query, request)));
    });
  };
  answer('/studies', query => searchStudies(archive.index, query));
  for (const path of ['/series', `${STUDY}/series`])
    answer(path, (query, request) => searchSeries(archive.index, selectionFromPath(request), query));
  for (const path of ['/instances', `${STUDY}/instances`, `${SERIES}/instances`]) {
    answer(path, (query, request) => searchInstances(archive.index, selectionFromPath(request), query));
  }
}

function registerRetrieval(server: FastifyInstance, archive: Archive): void {
  type Retrieve = (archive: Archive, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> | FastifyReply;
  const get = (path: string, retrieve: Retrieve): void => {
    server.get(path, (request, reply) => retrieve(archive, request, reply));
  };
  for (const path of [STUDY, SERIES, INSTANCE]) {
    get(path, retrieveInstances);
    get(`${path}/metadata`, retrieveMetadata);
    get(`${path}/rendered`, (...call) => retrieveRendered(...call, PICTURE));
    get(`${path}/thumbnail`, (...call) => retrieveRendered(...call, THUMBNAIL));
  }
  get(`${INSTANCE}/frames/:frames`, retrieveFrames);
  get(`${INSTANCE}/frames/:frame/rendered`, (...call) => retrieveRendered(...call, PICTURE));
  get(`${INSTANCE}/frames/:frame/thumbnail`, (...call) => retrieveRendered(...call, THUMBNAIL));
  get(`${INSTANCE}/bulkdata/*`, retrieveBulkData);
}
