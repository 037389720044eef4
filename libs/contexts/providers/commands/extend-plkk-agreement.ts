import { command } from '#runtime';
import { facilities } from '../domain/facility.js';
import { extendPlkkAgreement } from '../domain/extend-plkk-agreement.js';

export const ExtendPlkkAgreement = command(
  'ExtendPlkkAgreement',
  facilities,
  'facilityId',
  extendPlkkAgreement,
);
