import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { facility } from '../domain/facility.js';
import { type ExtendPlkkAgreementInput, extendPlkkAgreement } from '../domain/extend-plkk-agreement.js';
import { facilityStream } from '../streams.js';

export class ExtendPlkkAgreement extends Command<CommandResult> {
  constructor(
    readonly input: ExtendPlkkAgreementInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(ExtendPlkkAgreement)
export class ExtendPlkkAgreementHandler implements ICommandHandler<ExtendPlkkAgreement> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: ExtendPlkkAgreement): Promise<CommandResult> {
    const { input, context } = command;
    return this.runner.handle(command, {
      streamId: facilityStream(input.facilityId),
      decider: facility,
      decide: (state) => extendPlkkAgreement(input, state, context),
    });
  }
}
