import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { sponsors } from '../domain/sponsor.js';
import { type RegisterSponsorInput, registerSponsor } from '../domain/register-sponsor.js';

export class RegisterSponsor extends Command<CommandResult> {
  constructor(
    readonly input: RegisterSponsorInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(RegisterSponsor)
export class RegisterSponsorHandler implements ICommandHandler<RegisterSponsor> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: RegisterSponsor): Promise<CommandResult> {
    const { input, context } = command;
    return this.runner.handle(command, {
      streamId: sponsors.of(input.sponsorId),
      decider: sponsors,
      decide: (state) => registerSponsor(input, state, context),
    });
  }
}
