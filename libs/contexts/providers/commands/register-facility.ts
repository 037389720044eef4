import { command } from '#runtime';
import { facilities } from '../domain/facility.js';
import { registerFacility } from '../domain/register-facility.js';

export const RegisterFacility = command('RegisterFacility', facilities, 'facilityId', registerFacility);
