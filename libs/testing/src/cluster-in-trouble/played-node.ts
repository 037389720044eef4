import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type Http2Server, type ServerHttp2Session, createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { status } from '@grpc/grpc-js';
import { frame } from '../../../event-store-server/test/frames/frame.js';
import { type TcpProxy, tcpProxy } from '../tcp-proxy.js';
import { playAppend, playBatchAppend } from './append-calls.js';
import type { Backend } from './backend.js';
import type { Endpoint, Script } from './fates.js';
import { GrpcCall } from './grpc-call.js';
import { playRead } from './read-calls.js';
import { refusedCall } from './refusals.js';

const STREAMS = '/event_store.client.streams.Streams/';
const GROUPS = '/event_store.client.persistent_subscriptions.PersistentSubscriptions/';
const GOSSIP = '/event_store.client.gossip.Gossip/Read';

/** Time for what was written to get out before the connection is cut. */
const FLUSH_MS = 20;

/** One node of the played cluster, at a port of its own. */
export class PlayedNode implements Endpoint {
  readonly instance = randomUUID();
  readonly address = '127.0.0.1';
  private readonly calls = new Set<GrpcCall>();
  private readonly sessions = new Set<ServerHttp2Session>();

  private constructor(
    private readonly server: Http2Server,
    private readonly way: TcpProxy,
    private readonly backend: Backend,
    private readonly script: Script,
  ) {
    server.on('session', (session) => {
      this.sessions.add(session);
      session.once('close', () => this.sessions.delete(session));
    });
    server.on('sessionError', () => {
      // A connection that broke is what is played.
    });
    server.on('stream', (stream, headers) => {
      const call = new GrpcCall(stream, headers);
      this.calls.add(call);
      stream.once('close', () => this.calls.delete(call));
      this.play(call).catch(() => call.reset());
    });
  }

  static async start(backend: Backend, script: Script): Promise<PlayedNode> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const way = await tcpProxy({ port: (server.address() as AddressInfo).port });
    return new PlayedNode(server, way, backend, script);
  }

  get port(): number {
    return this.way.port;
  }

  /** Says nothing and hears nothing, as a process that was stopped with SIGSTOP. */
  freeze(): Promise<void> {
    this.script.cut(this.calls.size);
    return this.way.become('frozen');
  }

  /** Is gone at once: its connections are reset. */
  kill(): Promise<void> {
    this.script.cut(this.calls.size);
    return this.way.become('closed');
  }

  /** Ends every call without a status, says good-bye on every connection, and is gone. */
  async stopGracefully(): Promise<void> {
    this.resetCalls();
    for (const session of this.sessions) session.close();
    await new Promise((resolve) => setTimeout(resolve, FLUSH_MS));
    await this.way.become('closed');
  }

  /** Is there again, whatever it was. */
  comeBack(): Promise<void> {
    return this.way.become('open');
  }

  /** Breaks every call off and keeps the connections. */
  resetCalls(code?: number): void {
    this.script.cut(this.calls.size);
    for (const call of this.calls) call.reset(code);
  }

  /** Cuts every connection; whoever connects again is served. */
  async dropConnections(): Promise<void> {
    await this.kill();
    await this.way.become('open');
  }

  async close(): Promise<void> {
    await this.way.close();
    for (const session of this.sessions) session.destroy();
    this.server.close();
  }

  private async play(call: GrpcCall): Promise<void> {
    const { path } = call;
    const { backend, script } = this;
    if (path === GOSSIP) return this.gossip(call);
    if (path === `${STREAMS}BatchAppend`) return playBatchAppend(this, call, backend, script);
    if (path === `${STREAMS}Append`) return playAppend(this, call, backend, script);
    if (path === `${STREAMS}Read`) return playRead(this, call, backend, script);
    const writes = path.startsWith(STREAMS) || path.startsWith(GROUPS);
    const refusal = writes ? script.refusalOf(this, true) : undefined;
    if (refusal) call.end(refusedCall(refusal, script.leader));
    else backend.pass(call);
  }

  private gossip(call: GrpcCall): void {
    const told = this.script.gossipOf(this);
    if (!told) return call.end({ code: status.UNAVAILABLE, details: 'Server Is Not Ready' });
    call.begin();
    call.stream.write(frame(told));
    call.end();
  }
}
