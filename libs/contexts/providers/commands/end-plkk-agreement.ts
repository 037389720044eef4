import { command } from '#runtime';
import { facilities } from '../domain/facility.js';
import { endPlkkAgreement } from '../domain/end-plkk-agreement.js';

export const EndPlkkAgreement = command('EndPlkkAgreement', facilities, 'facilityId', endPlkkAgreement);
