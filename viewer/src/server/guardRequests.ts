import type { FastifyInstance } from 'fastify';
import { httpError } from '../dicomweb/httpError.js';

const OWN_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Refuses what does not come from this machine's own pages: a foreign Host (a name that someone points at this address), and a change
 * that another site's page asks for.
 */
export function guardRequests(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const host = request.headers.host ?? '';
    const { origin } = request.headers;
    if (!OWN_NAMES.has(host.replace(/:\d+$/, ''))) done(httpError(403, 'This server answers only to its own address.'));
    else if (origin !== undefined && origin !== `http://${host}`) done(httpError(403, 'This server answers only to its own pages.'));
    else done();
  });
}
