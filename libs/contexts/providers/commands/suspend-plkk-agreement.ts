import { command } from '#runtime';
import { facilities } from '../domain/facility.js';
import { suspendPlkkAgreement } from '../domain/suspend-plkk-agreement.js';

export const SuspendPlkkAgreement = command(
  'SuspendPlkkAgreement',
  facilities,
  'facilityId',
  suspendPlkkAgreement,
);
