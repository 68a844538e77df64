import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** The folders that make the viewer. */
export interface ViewerFolders {
  /** The unpacked OHIF, with its index.html. */
  readonly ohif: string;
  /** Our bundles, served under /plugins/. */
  readonly plugins: string;
  /** Holds app-config.js, served in the place of OHIF's own. */
  readonly web: string;
}

// Names that carry a hash of their content never change what they hold.
const HASHED = /(?:\.[0-9a-f]{8,}\.(?:m?js|css)|[0-9a-f]{16,}\.(?:wasm|woff2))$/;

/** Serves OHIF unmodified, with our app-config.js and our bundles beside it; any other address without a file name is a page of the viewer. */
export function registerViewer(server: FastifyInstance, folders: ViewerFolders, workerPolicy: string): void {
  const setHeaders = (reply: FastifyReply, file: string): void => {
    reply.header('cache-control', HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
    // The policy of a script counts only where it starts a worker; a page obeys its own.
    if (/\.m?js$/.test(file)) reply.header('content-security-policy', workerPolicy);
    // Compressed WebAssembly is decoded by its reader; a type that the browser knows must not invite it to do so.
    if (file.endsWith('.zst')) reply.header('content-type', 'application/octet-stream');
  };
  const options = { cacheControl: false, index: false as const, setHeaders };
  server.register(fastifyStatic, { ...options, root: folders.ohif, prefix: '/' });
  server.register(fastifyStatic, { ...options, root: folders.plugins, prefix: '/plugins/', decorateReply: false });
  server.get('/', (_request, reply) => reply.sendFile('index.html', folders.ohif));
  server.get('/app-config.js', (_request, reply) => reply.sendFile('app-config.js', folders.web));
  server.setNotFoundHandler((request, reply) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const isPage = request.method === 'GET' && !/^\/(?:dicomweb|plugins)(?:\/|$)/.test(pathname) && path.extname(pathname) === '';
    if (isPage) return reply.sendFile('index.html', folders.ohif);
    return reply.code(404).send({ error: { status: 404, message: 'There is nothing at this address.' } });
  });
}
