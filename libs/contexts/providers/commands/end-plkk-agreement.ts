import { command } from '#runtime';
import { endPlkkAgreement } from '../domain/end-plkk-agreement.js';
import { facilities } from '../domain/facility.js';

export const EndPlkkAgreement = command('EndPlkkAgreement', facilities, 'facilityId', endPlkkAgreement);
