import { type RequestListener, createServer as createHttpServer } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { ConnectionInjector } from '@grpc/grpc-js';
import type { TlsOptions } from '../security/exposure.js';

/** One TCP port for gRPC and for plain HTTP (health, metrics), as EventStoreDB has it. */
export interface Listener {
  readonly port: number;
  /** Takes no more connections; those that are open stay. */
  close(): void;
}

/** The first bytes of every HTTP/2 connection. */
const HTTP2_PREFACE = 'PRI';

/**
 * Listens on a port and hands each connection to gRPC (HTTP/2) or to the HTTP handler (HTTP/1.1), by what the client
 * negotiates with TLS, or by its first bytes without.
 *
 * @throws Error when the port cannot be had
 */
export async function listen(
  at: {
    host: string;
    port: number;
    tls: TlsOptions | undefined;
    admits?: (connection: Socket) => boolean;
  },
  grpc: ConnectionInjector,
  handler: RequestListener,
): Promise<Listener> {
  const http = createHttpServer(handler);
  const plain = new Set<Socket>();
  const toHttp = (socket: Socket) => {
    keepWhileOpen(plain, socket);
    http.emit('connection', socket);
  };
  const server =
    at.tls === undefined
      ? createTcpServer((socket) => dispatchByFirstBytes(socket, grpc, toHttp))
      : createTlsServer({ ...at.tls, ALPNCallback: chooseProtocol }, (socket) => {
          if (socket.alpnProtocol === 'h2') grpc.injectConnection(socket);
          else toHttp(socket);
        });
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    if (at.admits?.(socket) === false) {
      socket.destroy();
      return;
    }
    socket.setNoDelay(true);
    keepWhileOpen(open, socket);
  });
  await started(server, at);
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      for (const socket of plain) socket.destroy();
      for (const socket of open) socket.unref();
    },
  };
}

/** Clients of gRPC offer HTTP/2 alone; whoever offers HTTP/1.1 as well, such as curl, comes for health or metrics. */
function chooseProtocol({ protocols }: { protocols: readonly string[] }): string | undefined {
  return ['http/1.1', 'h2'].find((protocol) => protocols.includes(protocol));
}

function keepWhileOpen(sockets: Set<Socket>, socket: Socket): void {
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
}

function dispatchByFirstBytes(
  socket: Socket,
  grpc: ConnectionInjector,
  toHttp: (socket: Socket) => void,
): void {
  const drop = () => socket.destroy();
  socket.once('error', drop);
  socket.once('data', (first: Buffer) => {
    socket.pause();
    socket.unshift(first);
    socket.removeListener('error', drop);
    if (first.toString('latin1', 0, HTTP2_PREFACE.length) === HTTP2_PREFACE) grpc.injectConnection(socket);
    else {
      toHttp(socket);
      socket.resume();
    }
  });
}

function started(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}
