import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { facilities } from '../domain/facility.js';
import { type SignPlkkAgreementInput, signPlkkAgreement } from '../domain/sign-plkk-agreement.js';

export class SignPlkkAgreement extends StreamCommand<SignPlkkAgreementInput> {
  readonly commandName = 'SignPlkkAgreement';
}

@CommandHandler(SignPlkkAgreement)
export class SignPlkkAgreementHandler implements ICommandHandler<SignPlkkAgreement> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: SignPlkkAgreement) {
    return this.decisions.make(command, facilities, command.input.facilityId, signPlkkAgreement);
  }
}
