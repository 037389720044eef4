import { Injectable } from '@nestjs/common';
import { type CommandResult, EventStore, type FormerStream, commandDigest, handle } from '#event-store';
import type { CommandContext, Decide, DomainEvent, Reading, Stream } from '#kernel';
import { SecretsConfig } from '../config/keys.settings.js';
import type { Issue, StreamCommand } from './stream-command.js';
import { Trial } from './trial.js';

/**
 * What a decision needs to know of other streams. Asked with the state that was just folded, anew on each attempt, so
 * that nothing is decided on facts of an attempt before.
 */
export type AskFacts<Input, State, Facts> = (
  state: State,
  read: Reading,
  input: Input,
  context: CommandContext,
) => Promise<Facts> | Facts;

/**
 * Refuses whoever may not even know of the thing: before a stale `If-Match`, an earlier answer or a reason of the decision
 * would tell them of it.
 */
export type Permit<Input, State> = (
  state: State,
  read: Reading,
  input: Input,
  context: CommandContext,
) => Promise<void> | void;

/** How a command is handled other than usual. */
interface Handled<Input = never, State = never> {
  readonly permit?: Permit<Input, State>;
  /** The stream most likely does not exist; see `Handling.expectNew`. */
  readonly expectNew?: boolean;
  /** Where earlier releases recorded this command; see `Handling.formerStream`. */
  readonly formerStream?: FormerStream;
  /**
   * The command's id follows from its content, as in an import: whoever has the id has the content, so no digest is
   * kept and none is compared.
   */
  readonly contentInId?: boolean;
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
    facts?: undefined,
    handled?: Handled<Input, State>,
  ): Promise<CommandResult>;
  make<Input extends object, State, Event extends DomainEvent, Facts>(
    command: StreamCommand<Input>,
    stream: Stream<State, Event>,
    id: string,
    decide: Decide<Input, State, Event, Facts>,
    facts: AskFacts<Input, State, Facts>,
    handled?: Handled<Input, State>,
  ): Promise<CommandResult>;
  make<Input extends object, State, Event extends DomainEvent, Facts>(
    command: StreamCommand<Input>,
    stream: Stream<State, Event>,
    id: string,
    decide: Decide<Input, State, Event, Facts | undefined>,
    facts?: AskFacts<Input, State, Facts>,
    { permit, expectNew, formerStream, contentInId }: Handled<Input, State> = {},
  ): Promise<CommandResult> {
    const { input, issue } = command;
    const { context, expectedRevision } = issue;
    return handle<State, Event, Facts | undefined>(this.store, {
      stream,
      id,
      decide: (state, known) => decide(input, state, context, known),
      facts: (state, read) => facts?.(state, read, input, context),
      ...(permit && { permit: (state, read) => permit(state, read, input, context) }),
      context,
      expectedRevision,
      ...(!contentInId && this.digests(command, stream.of(id), formerStream)),
      formerStream,
      expectNew,
    });
  }

  /** Tries commands out about one thing, as the log knows it now: nothing is recorded. */
  trial<State, Event extends DomainEvent>(
    stream: Stream<State, Event>,
    id: string,
    issue: Issue,
  ): Promise<Trial<State>> {
    return Trial.about(this.store, stream, id, issue);
  }

  private digests(command: StreamCommand<object>, streamId: string, formerStream?: FormerStream) {
    const { commandName, input, formerContent } = command;
    const digest = (stream: string, content: object) =>
      commandDigest({ command: commandName, streamId: stream, ...content }, this.secrets.idSecret);
    const formerId = formerStream?.stream.of(formerStream.id);
    return {
      digest: digest(streamId, { input }),
      formerDigests: [
        ...(formerContent ? [digest(streamId, formerContent)] : []),
        ...(formerId === undefined ? [] : [digest(formerId, formerContent ?? { input })]),
      ],
    };
  }
}
