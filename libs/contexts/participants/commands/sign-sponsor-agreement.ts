import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { sponsors } from '../domain/sponsor.js';
import { type SignSponsorAgreementInput, signSponsorAgreement } from '../domain/sign-sponsor-agreement.js';

export class SignSponsorAgreement extends StreamCommand<SignSponsorAgreementInput> {
  readonly commandName = 'SignSponsorAgreement';
}

@CommandHandler(SignSponsorAgreement)
export class SignSponsorAgreementHandler implements ICommandHandler<SignSponsorAgreement> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: SignSponsorAgreement) {
    return this.decisions.make(command, sponsors, command.input.sponsorId, signSponsorAgreement);
  }
}
