import { StreamCommand, commandHandler } from '#runtime';
import { facilities } from '../domain/facility.js';
import { type RegisterFacilityInput, registerFacility } from '../domain/register-facility.js';

export class RegisterFacility extends StreamCommand<RegisterFacilityInput> {
  readonly commandName = 'RegisterFacility';
}

export const RegisterFacilityHandler = commandHandler(
  RegisterFacility,
  facilities,
  'facilityId',
  registerFacility,
);
