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
