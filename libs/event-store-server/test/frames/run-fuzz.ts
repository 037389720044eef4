import { readFileSync } from 'node:fs';
import type { ClientHttp2Session } from 'node:http2';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { PASSWORD, securedWords, type AccessFiles } from '../secured-server.js';
import { fromSource, startServerProcess, type ServerProcess } from '../server-process.js';
import { oddities, type OddBytes, type OddCall } from './odd-calls.js';
import { oddCall, rawSession, roundTrip, type RawAnswer } from './raw-call.js';

/** How to fuzz a server. */
export interface FuzzOptions {
  readonly frames: number;
  readonly seed: number;
  /** Where the server keeps its log. */
  readonly directory: string;
  /** Of a server with TLS and users, who are `USERS`. */
  readonly secured?: AccessFiles;
  readonly onProgress?: (sent: number, memory: number) => void;
}

/** What came of it. */
export interface FuzzResult {
  readonly sent: number;
  /** How often each status of gRPC was answered; `none` when the call was reset without one. */
  readonly answers: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
  /** Resident memory of the server at half time and at the end. */
  readonly memory: readonly [half: number, end: number];
}

const AT_A_TIME = 16;
const SLICE = 250;
const PATIENCE_MS = 20_000;
const MAIN = new URL('../../../../apps/event-store/src/main.ts', import.meta.url);

/** Who sends the odd calls to a server with users, and asks meanwhile whether others are served; an administrator. */
const USER = 'odd';
export const USERS = { [USER]: ['$admins'] };

const basic = (password: string) => `Basic ${Buffer.from(`${USER}:${password}`).toString('base64')}`;

/** Sends odd frames to a server of its own until it has had enough of them, or does not answer any more. */
export async function runFuzz(options: FuzzOptions): Promise<FuzzResult> {
  const { directory, secured } = options;
  const open = ['--port', '0', '--data', directory, '--log-level', 'silent'];
  const words = secured ? [...open, ...securedWords(secured)] : open;
  const server = await startServerProcess(['--max-old-space-size=256', ...fromSource(MAIN), ...words]);
  const fuzz = new Fuzz(options, server);
  try {
    return await fuzz.run();
  } finally {
    await fuzz.close();
    await server.stop();
  }
}

class Fuzz {
  private readonly answers = new Map<string, number>();
  private readonly faults: string[] = [];
  private readonly client: EventStoreDBClient;
  private readonly ca: Buffer | undefined;
  private session: ClientHttp2Session;

  constructor(
    private readonly options: FuzzOptions,
    private readonly server: ServerProcess,
  ) {
    const { secured } = options;
    this.ca = secured && readFileSync(secured.ca);
    const place = secured?.urlOf(server.port, USER) ?? `esdb://localhost:${server.port}?tls=false`;
    this.client = EventStoreDBClient.connectionString(`${place}&defaultDeadline=${PATIENCE_MS}`);
    this.session = this.connect();
  }

  async run(): Promise<FuzzResult> {
    const { frames, seed, secured } = this.options;
    // Whoever gives a wrong password costs the server a hash, which is slow on purpose.
    const right = Array.from({ length: 40 }, (_, n) => (n % 4 === 0 ? undefined : basic(PASSWORD)));
    const credentials = secured ? [...right, basic('wrong')] : [undefined];
    let sent = 0;
    let half = 0;
    for (let slice = 0; sent < frames && this.faults.length < 10; slice++) {
      const odd = oddities(Math.min(SLICE, frames - sent), seed * 100_003 + slice, credentials);
      for (let from = 0; from < odd.length; from += AT_A_TIME) {
        await Promise.all(odd.slice(from, from + AT_A_TIME).map((one) => this.send(one)));
      }
      sent += odd.length;
      await this.checkOthers(sent);
      if (half === 0 && sent >= frames / 2) half = this.server.memory();
      this.options.onProgress?.(sent, this.server.memory());
    }
    return { sent, answers: this.answers, faults: this.faults, memory: [half, this.server.memory()] };
  }

  async close(): Promise<void> {
    this.session.destroy();
    await this.client.dispose();
  }

  private connect(): ClientHttp2Session {
    return rawSession(`http${this.ca === undefined ? '' : 's'}://localhost:${this.server.port}`, this.ca);
  }

  private async send(odd: OddCall | OddBytes): Promise<void> {
    if (odd.kind === 'bytes') return this.sendBytes(odd);
    if (this.session.closed || this.session.destroyed) this.session = this.connect();
    try {
      this.count(odd, await oddCall(this.session, odd, PATIENCE_MS));
    } catch (error) {
      this.faults.push(`${String(error)}: ${JSON.stringify(odd)}`);
    }
  }

  /** An answer that the server did not mean to give is a fault. */
  private count(odd: OddCall, { httpStatus, grpcStatus, grpcMessage = '' }: RawAnswer): void {
    const answer = String(grpcStatus ?? (httpStatus === undefined ? 'none' : `HTTP ${httpStatus}`));
    this.answers.set(answer, (this.answers.get(answer) ?? 0) + 1);
    if (/event store failed|Unknown|undefined|not a function/.test(grpcMessage)) {
      this.faults.push(`${grpcStatus} ${grpcMessage}: ${JSON.stringify(odd)}`);
    }
  }

  /** Bytes may be answered or not; whoever sent them goes after a moment, as those do who scan ports. */
  private async sendBytes({ chunks }: OddBytes): Promise<void> {
    const socket = this.open();
    socket.on('error', () => undefined);
    socket.resume();
    for (const chunk of chunks) socket.write(chunk);
    await new Promise<void>((resolve) => {
      socket.once('close', () => resolve());
      socket.write('', () => resolve());
    });
    socket.destroy();
  }

  private open(): Socket {
    const { port } = this.server;
    if (this.ca === undefined) return connect(port, 'localhost');
    return connectTls({ port, host: 'localhost', ca: this.ca, ALPNProtocols: ['h2', 'http/1.1'] });
  }

  /** Others are served all the while: an event is stored, and the connection of the odd calls goes there and back. */
  private async checkOthers(sent: number): Promise<void> {
    try {
      await this.client.appendToStream('others', jsonEvent({ type: 'Served', data: { sent } }));
      if (!this.session.closed && !this.session.destroyed) await roundTrip(this.session);
    } catch (error) {
      this.faults.push(`others are not served after ${sent}: ${String(error)}`);
    }
  }
}
