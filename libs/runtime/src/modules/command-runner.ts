import { Injectable } from '@nestjs/common';
import { type CommandResult, EventStore, type Handling, commandDigest, handle } from '#event-store';
import type { CommandContext, DomainEvent } from '#kernel';
import { SecretsConfig } from '../config/settings.js';

/** What every command carries beside its input. */
export interface HandledCommand {
  readonly context: CommandContext;
  /** From `If-Match`. */
  readonly expectedRevision?: bigint;
}

/** The stream a command is for, and the decision to make there. */
export type Decision<State, Event extends DomainEvent> = Pick<
  Handling<State, Event>,
  'streamId' | 'decider' | 'decide' | 'expectNew'
>;

/** Runs the decision of a command against its stream. */
@Injectable()
export class CommandRunner {
  constructor(
    private readonly store: EventStore,
    private readonly secrets: SecretsConfig,
  ) {}

  /**
   * Reads the stream, decides, appends; see `handle` of `#event-store`. What the command holds beside context and
   * revision is remembered as a keyed digest, so that its id cannot be used again for something else.
   * @throws Rejection when the decision refuses, or the id was used for another command
   * @throws StaleRevision when the stream is not at `expectedRevision` any more
   */
  handle<State, Event extends DomainEvent>(
    command: HandledCommand,
    { streamId, ...decision }: Decision<State, Event>,
  ): Promise<CommandResult> {
    const { context, expectedRevision, ...content } = command;
    const digest = commandDigest(
      { command: command.constructor.name, streamId, ...content },
      this.secrets.idSecret,
    );
    return handle(this.store, { streamId, ...decision, context, expectedRevision, digest });
  }
}
