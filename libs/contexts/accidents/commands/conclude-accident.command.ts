import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type ConcludeAccidentInput, concludeAccident } from '../domain/conclude-accident.js';

export class ConcludeAccident extends Command<CommandResult> {
  constructor(
    readonly input: ConcludeAccidentInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(ConcludeAccident)
export class ConcludeAccidentHandler implements ICommandHandler<ConcludeAccident> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: ConcludeAccident): Promise<CommandResult> {
    const { input, context } = command;
    return this.runner.handle(command, {
      streamId: accidents.of(input.accidentId),
      decider: accidents,
      decide: (state) => concludeAccident(input, state, context),
    });
  }
}
