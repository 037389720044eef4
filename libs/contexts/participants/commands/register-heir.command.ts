import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { participants } from '../domain/participant.js';
import { type RegisterHeirInput, registerHeir } from '../domain/register-heir.js';

export class RegisterHeir extends Command<CommandResult> {
  constructor(
    readonly input: RegisterHeirInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(RegisterHeir)
export class RegisterHeirHandler implements ICommandHandler<RegisterHeir> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: RegisterHeir): Promise<CommandResult> {
    const { input, context } = command;
    return this.runner.handle(command, {
      streamId: participants.of(input.participantId),
      decider: participants,
      decide: (state) => registerHeir(input, state, context),
    });
  }
}
