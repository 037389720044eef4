import type { RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { ConnectionInjector } from '@grpc/grpc-js';
import type { TlsOptions } from '../security/exposure.js';
import { plainHttpServer } from './plain-http.js';

/** One TCP port for gRPC and for plain HTTP (health, metrics), as EventStoreDB has it. */
export interface Listener {
  readonly port: number;
  /**
   * Takes no more connections, and waits until there are none. Those of gRPC end with the calls that they carry: in order
   * within the grace, all the others then.
   */
  drain(graceMs: number): Promise<void>;
}

/** Where to listen, and whom to hear. */
export interface ListenerOptions {
  readonly host: string;
  readonly port: number;
  readonly tls: TlsOptions | undefined;
  /** Whether somebody may connect; everybody unless told. */
  readonly admits?: (connection: Socket) => boolean;
  /** Connections at a time; whoever comes then is turned away. */
  readonly maxConnections: number;
  /** Called when somebody is turned away. */
  readonly onTurnedAway: () => void;
  /** How long a connection may say nothing before it is known what it is for, and a plain one may last. */
  readonly patienceMs: number;
}

/** The first bytes of every HTTP/2 connection. */
const HTTP2_PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');

/** A connection that does not even end when it is told to is dropped after so long. */
const LAST_WORDS_MS = 500;

/**
 * Listens on a port and hands each connection to gRPC (HTTP/2) or to the HTTP handler (HTTP/1.1), by what the client
 * negotiates with TLS, or by its first bytes without.
 *
 * @throws Error when the port cannot be had
 */
export async function listen(
  at: ListenerOptions,
  grpc: ConnectionInjector,
  handler: RequestListener,
): Promise<Listener> {
  const http = plainHttpServer(handler, at.patienceMs);
  const open = new Set<Socket>();
  const calling = new Set<Socket>();
  const strangers = new Strangers(at.patienceMs);
  let draining = false;
  const toGrpc = (socket: Socket) => {
    strangers.know(socket);
    keepWhileOpen(calling, socket);
    if (draining) socket.destroy();
    else grpc.injectConnection(socket);
  };
  const toHttp = (socket: Socket) => {
    strangers.know(socket);
    http.emit('connection', socket);
  };
  const server = serverOf(at.tls, toGrpc, toHttp);
  admit(at, server, (socket) => {
    keepWhileOpen(open, socket);
    strangers.welcome(socket);
  });
  await started(server, at);
  return {
    port: (server.address() as AddressInfo).port,
    drain: async (graceMs) => {
      draining = true;
      server.close();
      grpc.drain(graceMs);
      await allClosed(calling, graceMs + LAST_WORDS_MS);
      for (const socket of open) socket.destroy();
    },
  };
}

/** Takes those whom the options let in, and turns the others away. */
function admit(
  { admits, maxConnections, onTurnedAway }: ListenerOptions,
  server: Server,
  take: (socket: Socket) => void,
): void {
  server.maxConnections = maxConnections;
  server.on('drop', onTurnedAway);
  server.on('connection', (socket: Socket) => {
    if (admits?.(socket) === false) {
      socket.destroy();
      return;
    }
    socket.setNoDelay(true);
    take(socket);
  });
}

function serverOf(
  tls: TlsOptions | undefined,
  toGrpc: (socket: Socket) => void,
  toHttp: (socket: Socket) => void,
): Server {
  if (tls === undefined) return createTcpServer((socket) => dispatchByFirstBytes(socket, toGrpc, toHttp));
  return createTlsServer({ ...tls, ALPNCallback: chooseProtocol }, (socket) =>
    socket.alpnProtocol === 'h2' ? toGrpc(socket) : toHttp(socket),
  );
}

/** Clients of gRPC offer HTTP/2 alone; whoever offers HTTP/1.1 as well, such as curl, comes for health or metrics. */
function chooseProtocol({ protocols }: { protocols: readonly string[] }): string | undefined {
  return ['http/1.1', 'h2'].find((protocol) => protocols.includes(protocol));
}

/** Connections of which it is not known yet what they are for. */
class Strangers {
  private readonly timers = new Map<string, NodeJS.Timeout>();

  /** @param patienceMs how long a connection may stay so; then it is dropped */
  constructor(private readonly patienceMs: number) {}

  welcome(socket: Socket): void {
    const peer = peerOf(socket);
    const late = setTimeout(() => socket.destroy(), this.patienceMs);
    this.timers.set(peer, late);
    socket.once('close', () => this.forget(peer, late));
  }

  know(socket: Socket): void {
    const peer = peerOf(socket);
    this.forget(peer, this.timers.get(peer));
  }

  private forget(peer: string, timer: NodeJS.Timeout | undefined): void {
    clearTimeout(timer);
    if (this.timers.get(peer) === timer) this.timers.delete(peer);
  }
}

/** The same for a connection and for what TLS makes of it. */
function peerOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}

function keepWhileOpen(sockets: Set<Socket>, socket: Socket): void {
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
}

/** Waits until all of these are closed, but not longer than told. */
function allClosed(sockets: ReadonlySet<Socket>, patienceMs: number): Promise<void> {
  if (sockets.size === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const late = setTimeout(resolve, patienceMs);
    for (const socket of sockets) {
      socket.once('close', () => {
        if (sockets.size > 0) return;
        clearTimeout(late);
        resolve();
      });
    }
  });
}

function dispatchByFirstBytes(
  socket: Socket,
  toGrpc: (socket: Socket) => void,
  toHttp: (socket: Socket) => void,
): void {
  const drop = () => socket.destroy();
  let first: Buffer = Buffer.alloc(0);
  const look = (chunk: Buffer) => {
    first = Buffer.concat([first, chunk]);
    const length = Math.min(first.length, HTTP2_PREFACE.length);
    const isHttp2 = first.compare(HTTP2_PREFACE, 0, length, 0, length) === 0;
    if (isHttp2 && length < HTTP2_PREFACE.length) return;
    socket.removeListener('data', look);
    socket.pause();
    socket.unshift(first);
    socket.removeListener('error', drop);
    if (isHttp2) toGrpc(socket);
    else {
      toHttp(socket);
      socket.resume();
    }
  };
  socket.on('data', look);
  socket.once('error', drop);
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
