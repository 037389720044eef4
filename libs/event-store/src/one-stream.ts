import { WrongExpectedVersionError } from '@eventstore/db-client';
import { type CommandContext, type Decide, type DomainEvent, type Stream, derivedId } from '#kernel';
import type { EventStore } from './event-store.js';

const ATTEMPTS = 5;

/**
 * A stream that one piece of work appends to again and again. It is read once; each step decides on what is known from the
 * steps before, and the stream is read anew only when somebody else came first. So many steps cost as much as their events.
 * Steps must have command ids that follow from what they are: nobody looks whether one was recorded before but its decision.
 */
export class OneStream<State, Event extends DomainEvent> {
  private constructor(
    private readonly store: EventStore,
    private readonly stream: Stream<State, Event>,
    private readonly id: string,
    private known: { readonly state: State; readonly revision: bigint | null },
  ) {}

  static async read<State, Event extends DomainEvent>(
    store: EventStore,
    stream: Stream<State, Event>,
    id: string,
  ): Promise<OneStream<State, Event>> {
    return new OneStream(store, stream, id, await store.stateAndRevision(stream, id));
  }

  /** What is known of the thing now. */
  get state(): State {
    return this.known.state;
  }

  /**
   * Records what is decided on the state that is known.
   * @returns the position of what was recorded; undefined when there was nothing to record
   * @throws Rejection from `decide`
   */
  async step(
    context: CommandContext,
    decide: (state: State) => readonly Event[],
  ): Promise<bigint | undefined> {
    for (let attempt = 1; ; attempt++) {
      const { state, revision } = this.known;
      const events = decide(state);
      if (events.length === 0) return undefined;
      try {
        const appended = await this.store.append(this.stream.of(this.id), events, revision, context);
        this.known = { state: events.reduce(this.stream.evolve, state), revision: appended.revision };
        return appended.position;
      } catch (error) {
        if (!(error instanceof WrongExpectedVersionError) || attempt === ATTEMPTS) throw error;
        this.known = await this.store.stateAndRevision(this.stream, this.id);
      }
    }
  }

  /** Steps of one piece of work, by their names: each happens once, whoever takes it, and what was recorded before stays. */
  stepsOf(workId: string, context: CommandContext) {
    return <Input extends object>(
      name: string,
      decide: Decide<Input, State, Event>,
      input: Input,
    ): Promise<bigint | undefined> => {
      const ofThisStep = { ...context, commandId: derivedId(workId, name) };
      return this.step(ofThisStep, (state) => decide(input, state, ofThisStep));
    };
  }
}
