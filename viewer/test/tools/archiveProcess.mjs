// The embedded archive as a process of its own, which a test may kill: archiveProcess.mjs FOLDER PORT. Needs the built viewer (tsc -b viewer).
import { createServer } from '../../dist/server/createServer.js';
import { startEmbeddedArchive } from '../../dist/startEmbeddedArchive.js';

const [dataDirectory, port] = process.argv.slice(2);
const server = createServer();
await startEmbeddedArchive(server, { dataDirectory });
console.log(await server.listen({ host: '127.0.0.1', port: Number(port) }));
