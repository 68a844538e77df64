import type { FastifyInstance } from 'fastify';
import { GraywiseError } from '@graywise/physics';

/** Begins to listen on the loopback address and returns the URL. Port 0 takes a free one. Throws GW_PORT_IN_USE. */
export async function listen(server: FastifyInstance, port: number): Promise<string> {
  try {
    return await server.listen({ host: '127.0.0.1', port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new GraywiseError('GW_PORT_IN_USE', { port });
    throw error;
  }
}
