import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { facility } from '../domain/facility.js';
import { type SignPlkkAgreementInput, signPlkkAgreement } from '../domain/sign-plkk-agreement.js';
import { facilityStream } from '../streams.js';

export class SignPlkkAgreement extends Command<CommandResult> {
  constructor(
    readonly input: SignPlkkAgreementInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(SignPlkkAgreement)
export class SignPlkkAgreementHandler implements ICommandHandler<SignPlkkAgreement> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: SignPlkkAgreement): Promise<CommandResult> {
    const { input } = command;
    return this.runner.handle(command, {
      streamId: facilityStream(input.facilityId),
      decider: facility,
      decide: (state) => signPlkkAgreement(input, state),
    });
  }
}
