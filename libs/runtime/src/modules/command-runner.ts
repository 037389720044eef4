import { Injectable } from '@nestjs/common';
import { type CommandResult, EventStore, commandDigest, handle } from '#event-store';
import { type CommandContext, type DomainEvent, type Fold, categoryOf, stream } from '#kernel';
import { SecretsConfig } from '../config/settings.js';

export interface HandledCommand {
  readonly context: CommandContext;
  readonly expectedRevision?: bigint;
}

export interface Decision<State, Event extends DomainEvent> {
  readonly streamId: string;
  readonly decider: Fold<State, Event>;
  readonly decide: (state: State) => readonly Event[];
  readonly expectNew?: boolean;
}

/** Runs the decision of a command whose context has no `stream()` yet. */
@Injectable()
export class CommandRunner {
  constructor(
    private readonly store: EventStore,
    private readonly secrets: SecretsConfig,
  ) {}

  handle<State, Event extends DomainEvent>(
    command: HandledCommand,
    { streamId, decider, decide, expectNew }: Decision<State, Event>,
  ): Promise<CommandResult> {
    const { context, expectedRevision, ...content } = command;
    const digest = commandDigest(
      { command: command.constructor.name, streamId, ...content },
      this.secrets.idSecret,
    );
    const category = categoryOf(streamId);
    return handle(this.store, {
      stream: stream(category, decider),
      id: streamId.slice(category.length + 1),
      decide,
      facts: () => undefined,
      context,
      expectedRevision,
      digest,
      expectNew,
    });
  }
}
