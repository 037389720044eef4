import type { ConsumerStrategy } from './group-settings.js';
import { PinnedConsumers } from './pinned-consumers.js';

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
export function consumerChoice<Consumer extends Candidate>(
  strategy: ConsumerStrategy,
): ConsumerChoice<Consumer> {
  if (strategy === 'Pinned' || strategy === 'PinnedByCorrelation') return new PinnedConsumers();
  return new ConsumersInTurn(strategy === 'RoundRobin');
}

/** Gives each message to the next consumer, or stays with one as long as it has room. */
class ConsumersInTurn<Consumer extends Candidate> implements ConsumerChoice<Consumer> {
  private readonly queue: Consumer[] = [];

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
