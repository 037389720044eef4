import type { DomainEvent, EventOf } from './domain-event.js';
import type { Instant } from './local-date.js';

/** A recorded event as a process sees it: the fact, and what identifies it in the log. */
export type Caused<Event extends DomainEvent> = Event & {
  readonly id: string;
  readonly recordedAt: Instant;
  /** Its place in its stream, from 0. A spec leaves it out where nothing depends on it. */
  readonly revision?: bigint;
};

/** Names of command classes, each with the input it takes. */
export type CommandInputs = Readonly<Record<string, object>>;

/** A command as plain data. Who handles it, and when, is not the business of the process. */
export type ProcessCommand<Commands extends CommandInputs> = {
  readonly [Name in keyof Commands & string]: {
    /** Tells apart the commands of one event: the command id follows from (process, event, key). */
    readonly key: string;
    readonly command: Name;
    readonly input: Commands[Name];
  };
}[keyof Commands & string];

/**
 * What follows from what: pure functions from an event to commands, nothing else.
 * Asked twice about the same event it gives the same commands under the same ids, so a replay repeats nothing.
 */
export interface Process<Event extends DomainEvent, Commands extends CommandInputs> {
  /** Lower-case words with dashes: `claim-payment`. Part of every command id, so it never changes. */
  readonly name: string;
  /** Raised when the whole log should be looked at again; commands that were handled before are not repeated. */
  readonly version: number;
  /** Stream categories of the events named in `on`. */
  readonly categories: readonly string[];
  /**
   * What follows from an event rests on nothing that follows from another one under another key: such commands may be handled at the
   * same time. Under one key they keep the order of the log. Else all do.
   */
  readonly keysAreApart?: true;
  readonly on: {
    readonly [Type in Event['type']]?: (
      event: Caused<EventOf<Event, Type>>,
    ) => readonly ProcessCommand<Commands>[];
  };
}
