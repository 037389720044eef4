import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { facilities } from '../domain/facility.js';
import { type ExtendPlkkAgreementInput, extendPlkkAgreement } from '../domain/extend-plkk-agreement.js';

export class ExtendPlkkAgreement extends StreamCommand<ExtendPlkkAgreementInput> {
  readonly commandName = 'ExtendPlkkAgreement';
}

@CommandHandler(ExtendPlkkAgreement)
export class ExtendPlkkAgreementHandler implements ICommandHandler<ExtendPlkkAgreement> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: ExtendPlkkAgreement) {
    return this.decisions.make(command, facilities, command.input.facilityId, extendPlkkAgreement);
  }
}
