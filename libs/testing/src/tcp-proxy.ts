import { once } from 'node:events';
import { type AddressInfo, Socket, createServer } from 'node:net';

/**
 * What the way to a server is like:
 * - `open`: everything passes.
 * - `half-open`: what is connected goes silent for good and stays connected, as after a failover; new connections pass.
 * - `frozen`: nothing passes, new connections are accepted; once the way is open again, what was held back passes.
 * - `slow`: a byte at a time passes.
 * - `reset`: every connection is reset, new ones too.
 * - `closed`: nobody listens.
 */
export type Way = 'open' | 'half-open' | 'frozen' | 'slow' | 'reset' | 'closed';

export const BAD_WAYS = ['half-open', 'frozen', 'slow', 'reset', 'closed'] as const satisfies readonly Way[];

export interface TcpProxy {
  readonly port: number;
  /** The same address, by way of the proxy. */
  by(url: string): string;
  become(way: Way): Promise<void>;
  /** Connections that somebody has open now. */
  connections(): number;
  /** Pieces that a frozen way holds back. */
  held(): number;
  close(): Promise<void>;
}

interface Target {
  readonly host?: string;
  readonly port: number;
}

/** A way to a server that can become bad and good again, for specs of what happens then. */
export async function tcpProxy(target: Target): Promise<TcpProxy> {
  const lines = new Set<Line>();
  let way: Way = 'open';
  const server = createServer((near) => {
    if (way === 'reset') {
      near.resetAndDestroy();
      return;
    }
    const line = new Line(near, target, way === 'half-open' ? 'open' : way);
    lines.add(line);
    near.once('close', () => lines.delete(line));
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const line of lines) line.reset();
    await closed;
  };
  return {
    port,
    by: (url) => sameAt(url, port),
    become: async (next) => {
      way = next;
      if (next === 'closed') return close();
      for (const line of lines) line.become(next);
      if (!server.listening) await listen(port);
    },
    connections: () => lines.size,
    held: () => [...lines].reduce((sum, line) => sum + line.held.length, 0),
    close,
  };
}

function sameAt(url: string, port: number): string {
  const address = new URL(url);
  [address.hostname, address.port] = ['127.0.0.1', String(port)];
  return address.href;
}

/** Between two bytes of a slow way. */
const SLOW_MS = 50;

/** One connection to the proxy, and the one that it has for it to the server. */
class Line {
  readonly held: (readonly [to: Socket, chunk: Buffer])[] = [];
  private readonly far = new Socket();

  constructor(
    private readonly near: Socket,
    { host = '127.0.0.1', port }: Target,
    private way: Way,
  ) {
    const { far } = this;
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (chunk) => this.pass(from, to, chunk));
      from.once('close', () => {
        // A silent line does not tell either that the server has gone.
        if (from === near || this.way === 'open' || this.way === 'slow') to.destroy();
      });
      from.on('error', () => {
        // Its end is told by `close`.
      });
    }
    far.connect(port, host);
  }

  become(way: Way): void {
    if (this.way === 'half-open') return;
    this.way = way;
    if (way === 'reset') this.reset();
    if (way === 'open') for (const [to, chunk] of this.held.splice(0)) to.write(chunk);
  }

  reset(): void {
    this.near.resetAndDestroy();
    this.far.destroy();
  }

  private pass(from: Socket, to: Socket, chunk: Buffer): void {
    if (this.way === 'open') to.write(chunk);
    if (this.way === 'frozen') this.held.push([to, chunk]);
    if (this.way === 'slow') this.trickle(from, to, chunk);
  }

  private trickle(from: Socket, to: Socket, chunk: Buffer): void {
    from.pause();
    let sent = 0;
    const timer = setInterval(() => {
      const rest = this.way === 'slow' ? chunk.subarray(sent, ++sent) : chunk.subarray(sent);
      if (this.way !== 'slow') sent = chunk.length;
      if (to.destroyed) sent = chunk.length;
      else to.write(rest);
      if (sent < chunk.length) return;
      clearInterval(timer);
      from.resume();
    }, SLOW_MS);
  }
}
