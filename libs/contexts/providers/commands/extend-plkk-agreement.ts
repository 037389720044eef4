import { StreamCommand, commandHandler } from '#runtime';
import { facilities } from '../domain/facility.js';
import { type ExtendPlkkAgreementInput, extendPlkkAgreement } from '../domain/extend-plkk-agreement.js';

export class ExtendPlkkAgreement extends StreamCommand<ExtendPlkkAgreementInput> {
  readonly commandName = 'ExtendPlkkAgreement';
}

export const ExtendPlkkAgreementHandler = commandHandler(
  ExtendPlkkAgreement,
  facilities,
  'facilityId',
  extendPlkkAgreement,
);
