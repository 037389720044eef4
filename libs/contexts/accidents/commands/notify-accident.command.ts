import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore } from '#event-store';
import type { CommandContext } from '#kernel';
import { participantFacts } from '#contexts/participants/facts';
import { CommandRunner } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type NotifyAccidentInput, notifyAccident } from '../domain/notify-accident.js';

export class NotifyAccident extends Command<CommandResult> {
  constructor(
    readonly input: NotifyAccidentInput,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(NotifyAccident)
export class NotifyAccidentHandler implements ICommandHandler<NotifyAccident> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
  ) {}

  /** @throws Rejection `PARTICIPANT_NOT_FOUND` beside those of the decision */
  async execute(command: NotifyAccident): Promise<CommandResult> {
    const { input, context } = command;
    const victim = await participantFacts(this.store, input.participantId);
    return this.runner.handle(command, {
      streamId: accidents.of(input.accidentId),
      decider: accidents,
      decide: (state) => notifyAccident(input, state, victim, context),
    });
  }
}
