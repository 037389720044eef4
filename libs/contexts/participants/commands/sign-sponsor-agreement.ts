import { StreamCommand, commandHandler } from '#runtime';
import { sponsors } from '../domain/sponsor.js';
import { type SignSponsorAgreementInput, signSponsorAgreement } from '../domain/sign-sponsor-agreement.js';

export class SignSponsorAgreement extends StreamCommand<SignSponsorAgreementInput> {
  readonly commandName = 'SignSponsorAgreement';
}

export const SignSponsorAgreementHandler = commandHandler(
  SignSponsorAgreement,
  sponsors,
  'sponsorId',
  signSponsorAgreement,
);
