import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  MessageFlow,
  SortedNumbers,
  type FlowConsumer,
  type FlowSettings,
  type GroupMessage,
} from './message-flow.js';

class Room implements FlowConsumer {
  held = 0;

  constructor(private readonly size: number) {}

  get hasRoom(): boolean {
    return this.held < this.size;
  }

  begin(): void {
    this.held++;
  }

  end(): void {
    this.held--;
  }
}

function message(number: number): GroupMessage {
  const pin = `pin-${number % 3}`;
  return { number, id: `id-${number}`, pin, body: undefined, retryCount: 0, parkedRevision: undefined };
}

const KINDS = ['admit', 'tick', 'join', 'leave', 'settle', 'retry', 'park'] as const;

const step = fc.record({ kind: fc.constantFrom(...KINDS), pick: fc.nat(1_000) });
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const strategy = fc.constantFrom('RoundRobin' as const, 'DispatchToSingle' as const, 'Pinned' as const);

/** Plays steps against a flow and keeps account of every message. */
class Play {
  readonly unsettled = new Set<number>();
  /** What was not as it must be. */
  readonly problems: string[] = [];
  private readonly flow: MessageFlow<Room>;
  private readonly consumers: Room[] = [];
  private readonly parking: GroupMessage[] = [];
  private readonly held = new Map<number, GroupMessage>();
  private admitted = 0;
  private now = 0;

  constructor(settings: FlowSettings) {
    this.flow = new MessageFlow(settings);
  }

  take(next: Step): void {
    if (next.kind === 'admit') this.admit();
    else if (next.kind === 'tick') this.tick();
    else if (next.kind === 'join') this.join(1 + (next.pick % 4));
    else if (next.kind === 'leave') this.leave(next.pick);
    else this.answer(next.kind, next.pick);
    this.deliver();
    this.check();
  }

  /** Answers everything that is left; nothing may remain. */
  finish(): void {
    this.join(1_000);
    for (let rounds = 0; this.unsettled.size > 0 && rounds < 10; rounds++) {
      for (const message of this.parking.splice(0)) this.parkedOnDisk(message);
      this.deliver();
      for (const number of this.held.keys()) this.settle(number);
    }
    this.require(this.unsettled.size === 0, 'a message cannot be settled');
    this.check();
  }

  private admit(): void {
    for (let n = 0; n < 3; n++) this.unsettled.add(this.admitted + n);
    this.flow.admit([0, 1, 2].map((n) => message(this.admitted + n)));
    this.admitted += 3;
  }

  private tick(): void {
    this.now += 600;
    this.parking.push(...this.flow.expire(this.now));
    this.forgetReturned();
  }

  private join(size: number): void {
    const consumer = new Room(size);
    this.consumers.push(consumer);
    this.flow.join(consumer);
  }

  private leave(pick: number): void {
    const [consumer] = this.consumers.splice(pick % Math.max(1, this.consumers.length), 1);
    if (consumer === undefined) return;
    this.flow.leave(consumer, this.now);
    this.forgetReturned();
  }

  private answer(kind: 'settle' | 'retry' | 'park', pick: number): void {
    const number = [...this.held.keys()][pick % Math.max(1, this.held.size)];
    if (number === undefined) return;
    if (kind === 'settle') return this.settle(number);
    const id = `id-${number}`;
    const taken = kind === 'park' ? this.flow.beginParking(id, this.now) : this.flow.tryAgain(id, this.now);
    if (taken !== undefined) this.parking.push(taken);
    this.held.delete(number);
  }

  private settle(number: number): void {
    this.flow.settle(`id-${number}`, this.now);
    this.held.delete(number);
    this.unsettled.delete(number);
  }

  private parkedOnDisk(message: GroupMessage): void {
    this.flow.forget(message);
    this.unsettled.delete(message.number);
  }

  private deliver(): void {
    for (const { message: given } of this.flow.deliver(this.now)) {
      this.require(!this.held.has(given.number), `message ${given.number} is with two consumers`);
      this.held.set(given.number, given);
    }
  }

  /** What timed out or came back from a consumer that left is with nobody, as far as it is not delivered again. */
  private forgetReturned(): void {
    for (const number of this.held.keys()) {
      if (!this.flow.isWithConsumer(`id-${number}`)) this.held.delete(number);
    }
  }

  private check(): void {
    const { inFlightCount, waitingCount, retryCount, lowestUnsettled } = this.flow;
    const places = inFlightCount + waitingCount + retryCount + this.parking.length;
    this.require(places === this.unsettled.size, `${this.unsettled.size} messages are in ${places} places`);
    const lowest = Math.min(...this.unsettled);
    this.require((lowestUnsettled ?? Infinity) === lowest, `${lowestUnsettled} is taken for ${lowest}`);
    const held = this.consumers.reduce((sum, consumer) => sum + consumer.held, 0);
    this.require(held === inFlightCount, `consumers hold ${held}, but ${inFlightCount} are in flight`);
  }

  private require(holds: boolean, otherwise: string): void {
    if (!holds) this.problems.push(otherwise);
  }
}

describe('whatever consumers do', () => {
  it('every message is in exactly one place until it is settled', () => {
    fc.assert(
      fc.property(strategy, fc.array(step, { maxLength: 60 }), (chosen, steps) => {
        const play = new Play({ strategy: chosen, maxRetryCount: 2, messageTimeoutMs: 1_000 });
        for (const next of steps) play.take(next);
        play.finish();
        expect(play.problems).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('sorted numbers', () => {
  it('always know the lowest, whatever is added and removed', () => {
    const step = fc.record({ adds: fc.boolean(), number: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const numbers = new SortedNumbers();
        const model = new Set<number>();
        for (const { adds, number } of steps) {
          if (adds) numbers.add(number);
          else numbers.delete(number);
          if (adds) model.add(number);
          else model.delete(number);
          expect(numbers.lowest).toBe(model.size === 0 ? undefined : Math.min(...model));
        }
      }),
    );
  });
});
