import type { ConsumerStrategy } from './group-definition.js';

/** What choosing needs to know of a consumer. */
export interface Candidate {
  /** True when it can be given one more message now. */
  readonly hasRoom: boolean;
}

/** The consumer for the next message, `full` when nobody has room, `later` when just its own consumer has none. */
export type Choice<Consumer> = Consumer | 'full' | 'later';

/** Chooses consumers by the strategy of a group. */
export interface ConsumerChoice<Consumer extends Candidate> {
  add(consumer: Consumer): void;
  remove(consumer: Consumer): void;
  /** Who gets the message that is pinned by this text. */
  choose(pin: string): Choice<Consumer>;
  /** A message with this pin is with the consumer no more. */
  released(consumer: Consumer, pin: string): void;
}

/** The choice that belongs to a strategy. */
export function chooseByStrategy<Consumer extends Candidate>(
  strategy: ConsumerStrategy,
): ConsumerChoice<Consumer> {
  if (strategy === 'Pinned' || strategy === 'PinnedByCorrelation') return new PinnedConsumers();
  return new ConsumersInTurn(strategy === 'RoundRobin');
}

/** Gives each message to the next consumer, or stays with one as long as it has room. */
class ConsumersInTurn<Consumer extends Candidate> implements ConsumerChoice<Consumer> {
  private readonly queue: Consumer[] = [];

  /** @param rotates true when each message goes to the next consumer */
  constructor(private readonly rotates: boolean) {}

  add(consumer: Consumer): void {
    this.queue.push(consumer);
  }

  remove(consumer: Consumer): void {
    const at = this.queue.indexOf(consumer);
    if (at >= 0) this.queue.splice(at, 1);
  }

  choose(): Choice<Consumer> {
    for (let tried = 0; tried < this.queue.length; tried++) {
      const first = this.queue[0]!;
      if (this.rotates || !first.hasRoom) this.queue.push(this.queue.shift()!);
      if (first.hasRoom) return first;
    }
    return 'full';
  }

  released(): void {
    // Nothing was noted when the message was given away.
  }
}

/** As in EventStoreDB: texts fall into this many buckets, and each bucket belongs to one consumer. */
const BUCKETS = 1024;

interface Bucket<Consumer> {
  owner: Consumer;
  inFlight: number;
}

/**
 * Gives all messages with the same pin to the same consumer, so that they are processed in order. A new consumer takes
 * over its share of the buckets, first those of which no message is being processed; the buckets of a consumer that
 * left go to whoever has the fewest.
 */
class PinnedConsumers<Consumer extends Candidate> implements ConsumerChoice<Consumer> {
  private readonly buckets = new Map<number, Bucket<Consumer>>();
  private readonly owned = new Map<Consumer, number>();

  add(consumer: Consumer): void {
    this.owned.set(consumer, 0);
    const share = Math.ceil(this.buckets.size / this.owned.size);
    const idleFirst = [...this.buckets.values()].toSorted((a, b) => a.inFlight - b.inFlight);
    for (const bucket of idleFirst) {
      if (this.countOf(bucket.owner) <= share || this.countOf(consumer) >= share) continue;
      this.owned.set(bucket.owner, this.countOf(bucket.owner) - 1);
      this.owned.set(consumer, this.countOf(consumer) + 1);
      bucket.owner = consumer;
      bucket.inFlight = 0;
    }
  }

  remove(consumer: Consumer): void {
    this.owned.delete(consumer);
    for (const [index, { owner }] of this.buckets) if (owner === consumer) this.buckets.delete(index);
  }

  choose(pin: string): Choice<Consumer> {
    if (![...this.owned.keys()].some(({ hasRoom }) => hasRoom)) return 'full';
    const bucket = this.bucketOf(pin);
    if (!bucket.owner.hasRoom) return 'later';
    bucket.inFlight++;
    return bucket.owner;
  }

  released(consumer: Consumer, pin: string): void {
    const bucket = this.buckets.get(bucketNumber(pin));
    if (bucket?.owner === consumer && bucket.inFlight > 0) bucket.inFlight--;
  }

  private bucketOf(pin: string): Bucket<Consumer> {
    const index = bucketNumber(pin);
    const known = this.buckets.get(index);
    if (known !== undefined) return known;
    const [[owner]] = [...this.owned].toSorted(([, a], [, b]) => a - b) as [[Consumer, number]];
    const bucket = { owner, inFlight: 0 };
    this.buckets.set(index, bucket);
    this.owned.set(owner, this.countOf(owner) + 1);
    return bucket;
  }

  private countOf(consumer: Consumer): number {
    return this.owned.get(consumer) ?? 0;
  }
}

/** FNV-1a, 32 bits. */
function bucketNumber(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text, 'utf8')) value = Math.imul(value ^ byte, 0x01000193);
  return (value >>> 0) % BUCKETS;
}
