import { command } from '#runtime';
import { facilities } from '../domain/facility.js';
import { amendPlkkAgreement } from '../domain/amend-plkk-agreement.js';

export const AmendPlkkAgreement = command('AmendPlkkAgreement', facilities, 'facilityId', amendPlkkAgreement);
