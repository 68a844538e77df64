import type { FastifyInstance } from 'fastify';

/** Gives errors as `{"error": {"status", "message"}}`. A fault of ours keeps its words to itself: they may hold paths or identifiers. */
export function answerErrors(server: FastifyInstance): void {
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    const message = status < 500 ? error.message : 'The server could not do this.';
    // What is left of a body that was refused on the way would stand before the next request on the same connection.
    if (status === 413 || status === 400) reply.header('connection', 'close');
    return reply.code(status).send({ error: { status, message } });
  });
}
