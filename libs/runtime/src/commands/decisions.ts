import { Injectable } from '@nestjs/common';
import { type CommandResult, EventStore, commandDigest, handle } from '#event-store';
import type { Decide, DomainEvent, Reading, Stream } from '#kernel';
import { SecretsConfig } from '../config/settings.js';
import type { StreamCommand } from './stream-command.js';

/**
 * What a decision needs to know of other streams. Asked with the state that was just folded, anew on each attempt, so
 * that nothing is decided on facts of an attempt before.
 */
export type AskFacts<Input, State, Facts> = (
  state: State,
  read: Reading,
  input: Input,
) => Promise<Facts> | Facts;

/** How a command is handled other than usual. */
export interface Handled {
  /** The stream most likely does not exist; see `Handling.expectNew`. */
  readonly expectNew?: boolean;
}

/** Makes the decision of a command on its stream: the one service that command handlers need. */
@Injectable()
export class Decisions {
  constructor(
    private readonly store: EventStore,
    private readonly secrets: SecretsConfig,
  ) {}

  /**
   * Reads the stream, asks for facts, decides, appends; see `handle` of `#event-store`.
   * @param id of the thing that the command is about
   * @param facts what `decide` gets last; left out where the stream knows enough
   * @throws Rejection when the decision refuses, or the key was used for another command
   * @throws StaleRevision when the stream is not at the expected revision any more
   */
  make<Input extends object, State, Event extends DomainEvent>(
    command: StreamCommand<Input>,
    stream: Stream<State, Event>,
    id: string,
    decide: Decide<Input, State, Event>,
  ): Promise<CommandResult>;
  make<Input extends object, State, Event extends DomainEvent, Facts>(
    command: StreamCommand<Input>,
    stream: Stream<State, Event>,
    id: string,
    decide: Decide<Input, State, Event, Facts>,
    facts: AskFacts<Input, State, Facts>,
    handled?: Handled,
  ): Promise<CommandResult>;
  make<Input extends object, State, Event extends DomainEvent, Facts>(
    command: StreamCommand<Input>,
    stream: Stream<State, Event>,
    id: string,
    decide: Decide<Input, State, Event, Facts | undefined>,
    facts?: AskFacts<Input, State, Facts>,
    { expectNew }: Handled = {},
  ): Promise<CommandResult> {
    const { input, issue, formerContent } = command;
    const { context, expectedRevision } = issue;
    const digestOf = (content: object) =>
      commandDigest(
        { command: command.commandName, streamId: stream.of(id), ...content },
        this.secrets.idSecret,
      );
    return handle<State, Event, Facts | undefined>(this.store, {
      stream,
      id,
      decide: (state, known) => decide(input, state, context, known),
      facts: (state, read) => facts?.(state, read, input),
      context,
      expectedRevision,
      digest: digestOf({ input }),
      formerDigests: formerContent && [digestOf(formerContent)],
      expectNew,
    });
  }
}
