import { command } from '#runtime';
import { facilities } from '../domain/facility.js';
import { signPlkkAgreement } from '../domain/sign-plkk-agreement.js';

export const SignPlkkAgreement = command('SignPlkkAgreement', facilities, 'facilityId', signPlkkAgreement);
