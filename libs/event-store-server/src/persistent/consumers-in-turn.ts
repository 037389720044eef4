import type { Candidate, Choice, ConsumerChoice } from './consumer-choice.js';

/** Gives each message to the next consumer, or stays with one as long as it has room. */
export class ConsumersInTurn<Consumer extends Candidate> implements ConsumerChoice<Consumer> {
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
