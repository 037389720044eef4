import { type EventStore, KeyDestroyed, commandRefusals, readingOf } from '#event-store';
import {
  type CommandContext,
  type Decide,
  type DomainEvent,
  type Reading,
  Rejection,
  type Stream,
} from '#kernel';
import type { AskFacts, Permit } from './decisions.js';
import type { Issue } from './stream-command.js';

/** A command that says what would become of it. */
export interface Triable<Input extends object> {
  /** @throws Rejection as the command itself */
  tried(this: void, input: Input, trial: Trying): Promise<Tried>;
}

/** What would be recorded. */
export interface Tried {
  readonly streamId: string;
  /** The types of the events. */
  readonly events: readonly string[];
}

/** Where commands are tried out. */
export interface Trying {
  /**
   * What a decision would record.
   * @throws Rejection as the decision does, its facts, or whoever permits it; `PERSONAL_DATA_ERASED` where a key is gone
   */
  decide<Input, Of, Event extends DomainEvent, Facts>(
    input: Input,
    stream: Stream<Of, Event>,
    id: string,
    decide: Decide<Input, Of, Event, Facts>,
    facts: AskFacts<Input, Of, Facts>,
    permit?: Permit<Input, Of>,
  ): Promise<Tried>;
}

/**
 * Commands that are tried out together, about one thing: each is decided as if it were sent now, by the same decision on the same
 * facts, and nothing is recorded. What is read of the log is read once for all of them.
 */
export class Trial<State = unknown> implements Trying {
  private constructor(
    private readonly store: EventStore,
    private readonly read: Reading,
    readonly context: CommandContext,
    /** What the log knows of the thing. */
    readonly state: State,
    /** Of its stream; null where there is none. */
    readonly revision: bigint | null,
  ) {}

  static async about<State, Event extends DomainEvent>(
    store: EventStore,
    stream: Stream<State, Event>,
    id: string,
    { context }: Issue,
  ): Promise<Trial<State>> {
    const { state, revision } = await store.stateAndRevision(stream, id);
    return new Trial(store, readingOf(store, [stream, id, state]), context, state, revision);
  }

  /** Refuses whoever may not even know of the thing. @throws Rejection as `permit` does */
  async permitted<Input>(permit: Permit<Input, State>, input: Input): Promise<void> {
    await permit(this.state, this.read, input, this.context);
  }

  async decide<Input, Of, Event extends DomainEvent, Facts>(
    input: Input,
    stream: Stream<Of, Event>,
    id: string,
    decide: Decide<Input, Of, Event, Facts>,
    facts: AskFacts<Input, Of, Facts>,
    permit?: Permit<Input, Of>,
  ): Promise<Tried> {
    const { store, read, context } = this;
    const state = await read.state(stream, id);
    await permit?.(state, read, input, context);
    const events = decide(input, state, context, await facts(state, read, input, context));
    try {
      await store.couldAppend(stream.of(id), events, context);
    } catch (error) {
      if (error instanceof KeyDestroyed) throw new Rejection(commandRefusals.PERSONAL_DATA_ERASED());
      throw error;
    }
    return { streamId: stream.of(id), events: events.map(({ type }) => type) };
  }
}
