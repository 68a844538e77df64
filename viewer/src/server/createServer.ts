import fastify, { type FastifyInstance } from 'fastify';
import { answerErrors } from './answerErrors.js';
import { guardRequests } from './guardRequests.js';

/**
 * An HTTP server without routes that answers only to this machine, gives every answer the same security headers, and writes no log: URLs hold
 * identifiers of patients.
 */
export function createServer(headers: Readonly<Record<string, string>> = {}): FastifyInstance {
  const server = fastify({
    logger: false,
    forceCloseConnections: true,
    // The list of frames in a URL is a path parameter and may be long.
    routerOptions: { maxParamLength: 16_384, ignoreTrailingSlash: true },
  });
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', ...headers });
    done();
  });
  guardRequests(server);
  answerErrors(server);
  return server;
}
