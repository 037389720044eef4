import { StreamCommand, commandHandler } from '#runtime';
import { facilities } from '../domain/facility.js';
import { type SignPlkkAgreementInput, signPlkkAgreement } from '../domain/sign-plkk-agreement.js';

export class SignPlkkAgreement extends StreamCommand<SignPlkkAgreementInput> {
  readonly commandName = 'SignPlkkAgreement';
}

export const SignPlkkAgreementHandler = commandHandler(
  SignPlkkAgreement,
  facilities,
  'facilityId',
  signPlkkAgreement,
);
