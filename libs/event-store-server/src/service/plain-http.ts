import { createServer, type RequestListener, type Server } from 'node:http';

const LARGEST_HEADERS = 8 * 1024;

/**
 * A server of plain HTTP, for health and metrics: a connection carries one question and lives as long as one may take,
 * so that nobody holds it by saying little or nothing.
 */
export function plainHttpServer(handler: RequestListener, patienceMs: number): Server {
  const server = createServer({ maxHeaderSize: LARGEST_HEADERS }, handler);
  server.on('connection', (socket) => {
    const late = setTimeout(() => socket.destroy(), patienceMs);
    socket.once('close', () => clearTimeout(late));
  });
  return server;
}
