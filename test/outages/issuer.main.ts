import { createServer } from 'node:http';

/** Publishes the keys that it was started with, as a process of its own, to be frozen. */
const server = createServer((_request, response) => response.end(process.env.JWKS));
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
