import type { CallError } from '../service/errors.js';
import type { FlowConsumer } from './message-flow.js';
import { Latencies, Meter, type ConsumerStatistics } from './statistics.js';

/** Who is connected, and how to reach it. */
export interface ConsumerConnection {
  readonly from: string;
  readonly username: string;
  readonly connectionName: string;
  /** Messages that may be with the consumer at once. */
  readonly bufferSize: number;
  /** False while the consumer does not take what was sent to it. */
  isReady(): boolean;
  send(message: Buffer): void;
  /** Ends the connection with an error. */
  drop(reason: CallError): void;
}

/** One connected consumer of a group. */
export class Consumer implements FlowConsumer {
  private readonly latencies = new Latencies();
  private readonly meter = new Meter(Date.now());
  private messages = 0;

  constructor(readonly connection: ConsumerConnection) {}

  /** Messages that are with the consumer. */
  get inFlight(): number {
    return this.messages;
  }

  get hasRoom(): boolean {
    return this.messages < this.connection.bufferSize && this.connection.isReady();
  }

  begin(): void {
    this.messages++;
    this.meter.count();
  }

  end(since: number, now: number): void {
    this.messages--;
    this.latencies.add(now - since);
  }

  /** What `GetInfo` reports of it. */
  statistics(): ConsumerStatistics {
    const { from, username, connectionName, bufferSize } = this.connection;
    const { inFlight, latencies } = this;
    const count = this.meter.read(Date.now());
    return { ...count, from, username, connectionName, bufferSize, inFlight, latencies };
  }
}
