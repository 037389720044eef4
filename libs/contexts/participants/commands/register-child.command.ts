import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { participants } from '../domain/participant.js';
import { type RegisterChildInput, registerChild } from '../domain/register-child.js';

export class RegisterChild extends Command<CommandResult> {
  constructor(
    readonly input: RegisterChildInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(RegisterChild)
export class RegisterChildHandler implements ICommandHandler<RegisterChild> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: RegisterChild): Promise<CommandResult> {
    const { input, context } = command;
    return this.runner.handle(command, {
      streamId: participants.of(input.participantId),
      decider: participants,
      decide: (state) => registerChild(input, state, context),
    });
  }
}
