import { chooseByStrategy, type Candidate, type Choice, type ConsumerChoice } from './consumer-strategies.js';
import type { GroupSettings } from './group-definition.js';

/** A message on its way through a group. */
export interface GroupMessage {
  /** Its revision in the stream that the group reads, or its position in `$all`. */
  readonly number: number;
  /** The id by which consumers acknowledge it: that of the stored event, also when the event is a link. */
  readonly id: string;
  /** What pins it to a consumer; empty when the group does not pin. */
  readonly pin: string;
  /** The stored event, encoded; undefined once it was delivered, because then it is read again when it is needed. */
  readonly body: Buffer | undefined;
  /** How often it was delivered before. */
  readonly retryCount: number;
  /** Its revision in the stream of parked messages, when it is being replayed from there. */
  readonly parkedRevision: number | undefined;
}

/** A message that goes to a consumer now. */
export interface Delivery<Consumer> {
  readonly consumer: Consumer;
  readonly message: GroupMessage;
}

/** A consumer as the flow sees it. */
export interface FlowConsumer extends Candidate {
  /** A message goes to it. */
  begin(): void;
  /** A message that it got at this moment is with it no more. */
  end(since: number, now: number): void;
}

/** What decides about messages. */
export type FlowSettings = Pick<GroupSettings, 'strategy' | 'maxRetryCount' | 'messageTimeoutMs'>;

/** EventStoreDB looks once a second for what has timed out; a time-out of 0 is no exception. */
const SHORTEST_TIMEOUT_MS = 1_000;

interface InFlight<Consumer> extends Delivery<Consumer> {
  readonly since: number;
}

/**
 * The state of the messages of one group, without any input or output. A message is admitted once and is then in
 * exactly one place: it waits, is with one consumer, waits for another try, or is being parked. It leaves when it is
 * settled. Time comes in as an argument (ms).
 */
export class MessageFlow<Consumer extends FlowConsumer> {
  private readonly choice: ConsumerChoice<Consumer>;
  private readonly inFlight = new Map<string, InFlight<Consumer>>();
  /** Numbers of what is with consumers, tried again or being parked; replayed messages have no place in the order. */
  private readonly begun = new SortedNumbers();
  private waiting: GroupMessage[] = [];
  private retries: GroupMessage[] = [];

  constructor(private readonly settings: FlowSettings) {
    this.choice = chooseByStrategy(settings.strategy);
  }

  get waitingCount(): number {
    return this.waiting.length;
  }

  get retryCount(): number {
    return this.retries.length;
  }

  get inFlightCount(): number {
    return this.inFlight.size;
  }

  /** True while a consumer has the message with this id. */
  isWithConsumer(id: string): boolean {
    return this.inFlight.has(id);
  }

  /** The lowest number that is not settled, undefined when everything that was admitted is. */
  get lowestUnsettled(): number | undefined {
    const waiting = this.waiting[0]?.number ?? Infinity;
    const lowest = Math.min(waiting, this.begun.lowest ?? Infinity);
    return lowest === Infinity ? undefined : lowest;
  }

  /** A consumer takes part from now on. */
  join(consumer: Consumer): void {
    this.choice.add(consumer);
  }

  /** A consumer has gone; what it had is tried again with others. */
  leave(consumer: Consumer, now: number): void {
    this.choice.remove(consumer);
    const held = [...this.inFlight].filter(([, delivered]) => delivered.consumer === consumer);
    this.retry(...held.flatMap(([id]) => this.takeBack(id, now) ?? []));
  }

  /** Takes in messages of the log, in ascending order and behind all that were admitted before. */
  admit(messages: readonly GroupMessage[]): void {
    this.waiting.push(...messages);
  }

  /** Takes in parked messages; they come after what waits for another try. */
  replay(messages: readonly GroupMessage[]): void {
    this.retries = this.retries.concat(messages);
  }

  /** Hands out what consumers have room for, at most `limit`: first what was tried before, then what waits. */
  deliver(now: number, limit = Infinity): Delivery<Consumer>[] {
    const deliveries: Delivery<Consumer>[] = [];
    const left = () => limit - deliveries.length;
    this.retries = this.handOut(this.retries, now, deliveries, left);
    this.waiting = this.handOut(this.waiting, now, deliveries, left);
    return deliveries;
  }

  /** A message was processed, or shall be skipped. Undefined when no consumer has it: it may have timed out. */
  settle(id: string, now: number): GroupMessage | undefined {
    const message = this.takeBack(id, now);
    if (message !== undefined) this.forget(message);
    return message;
  }

  /** A message shall be tried again. It is returned when it was tried often enough and has to be parked. */
  tryAgain(id: string, now: number): GroupMessage | undefined {
    const message = this.takeBack(id, now);
    if (message === undefined) return undefined;
    if (message.retryCount >= this.settings.maxRetryCount) return message;
    this.retry(message);
    return undefined;
  }

  /** A message shall be parked; it counts as unsettled until `forget` says that it was. */
  beginParking(id: string, now: number): GroupMessage | undefined {
    return this.takeBack(id, now);
  }

  /** A message that was taken out for parking is parked. */
  forget(message: GroupMessage): void {
    if (message.parkedRevision === undefined) this.begun.delete(message.number);
  }

  /** Messages that were taken out, for instance because they could not be parked, are tried again. */
  retry(...messages: readonly GroupMessage[]): void {
    const again = messages.map((message) => ({ ...message, retryCount: message.retryCount + 1 }));
    this.retries = this.retries.concat(again).toSorted(byPlace);
  }

  /** Takes back what consumers have held for too long and returns what was tried often enough. */
  expire(now: number): GroupMessage[] {
    const toPark: GroupMessage[] = [];
    for (const [id, { since }] of this.inFlight) {
      if (since + this.timeout > now) break;
      const message = this.tryAgain(id, now);
      if (message !== undefined) toPark.push(message);
    }
    return toPark;
  }

  /** When `expire` has something to do next; Infinity when nothing can time out. */
  get nextExpiry(): number {
    const [oldest] = this.inFlight.values();
    return oldest === undefined ? Infinity : oldest.since + this.timeout;
  }

  /** Keeps only the places of what waits; the events are read again when they are delivered. */
  dropBodies(): void {
    this.waiting = this.waiting.map((message) => ({ ...message, body: undefined }));
  }

  private get timeout(): number {
    return Math.max(this.settings.messageTimeoutMs, SHORTEST_TIMEOUT_MS);
  }

  /** Hands out messages of a queue while any are left to be handed out, and returns those that stay. */
  private handOut(
    queue: GroupMessage[],
    now: number,
    deliveries: Delivery<Consumer>[],
    left: () => number,
  ): GroupMessage[] {
    const kept: GroupMessage[] = [];
    for (const [index, message] of queue.entries()) {
      const consumer = left() > 0 ? this.consumerFor(message) : 'full';
      if (consumer === 'full') return index === 0 ? queue : kept.concat(queue.slice(index));
      if (consumer === 'later') kept.push(message);
      else {
        this.hand(consumer, message, now);
        deliveries.push({ consumer, message });
      }
    }
    return kept;
  }

  /** An id may stand in the log twice. A consumer could not tell the two apart, so the second one waits. */
  private consumerFor({ id, pin }: GroupMessage): Choice<Consumer> {
    return this.isWithConsumer(id) ? 'later' : this.choice.choose(pin);
  }

  private hand(consumer: Consumer, message: GroupMessage, now: number): void {
    if (message.parkedRevision === undefined) this.begun.add(message.number);
    this.inFlight.set(message.id, { consumer, message: { ...message, body: undefined }, since: now });
    consumer.begin();
  }

  private takeBack(id: string, now: number): GroupMessage | undefined {
    const delivered = this.inFlight.get(id);
    if (delivered === undefined) return undefined;
    this.inFlight.delete(id);
    delivered.consumer.end(delivered.since, now);
    this.choice.released(delivered.consumer, delivered.message.pin);
    return delivered.message;
  }
}

/** In the order of the log, replayed messages last in the order in which they were parked. */
function byPlace(a: GroupMessage, b: GroupMessage): number {
  if (a.parkedRevision === undefined) return b.parkedRevision === undefined ? a.number - b.number : -1;
  return b.parkedRevision === undefined ? 1 : a.parkedRevision - b.parkedRevision;
}

/**
 * Numbers in ascending order. They come nearly in order and there are never more of them than messages with consumers,
 * so an array with binary search does.
 */
export class SortedNumbers {
  private readonly numbers: number[] = [];

  /** The lowest, undefined when there is none. */
  get lowest(): number | undefined {
    return this.numbers[0];
  }

  /** Adds a number; one that is there already is not added twice. */
  add(number: number): void {
    const at = this.indexOf(number);
    if (this.numbers[at] !== number) this.numbers.splice(at, 0, number);
  }

  /** Removes a number if it is there. */
  delete(number: number): void {
    const at = this.indexOf(number);
    if (this.numbers[at] === number) this.numbers.splice(at, 1);
  }

  /** Where the number stands, or where it would have to be put. */
  private indexOf(number: number): number {
    let low = 0;
    let high = this.numbers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.numbers[middle]! < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
