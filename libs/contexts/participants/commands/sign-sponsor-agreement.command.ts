import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { sponsors } from '../domain/sponsor.js';
import { type SignSponsorAgreementInput, signSponsorAgreement } from '../domain/sign-sponsor-agreement.js';

export class SignSponsorAgreement extends Command<CommandResult> {
  constructor(
    readonly input: SignSponsorAgreementInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(SignSponsorAgreement)
export class SignSponsorAgreementHandler implements ICommandHandler<SignSponsorAgreement> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: SignSponsorAgreement): Promise<CommandResult> {
    const { input } = command;
    return this.runner.handle(command, {
      streamId: sponsors.of(input.sponsorId),
      decider: sponsors,
      decide: (state) => signSponsorAgreement(input, state),
    });
  }
}
