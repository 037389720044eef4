import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { facilities } from '../domain/facility.js';
import { type RegisterFacilityInput, registerFacility } from '../domain/register-facility.js';

export class RegisterFacility extends StreamCommand<RegisterFacilityInput> {
  readonly commandName = 'RegisterFacility';
}

@CommandHandler(RegisterFacility)
export class RegisterFacilityHandler implements ICommandHandler<RegisterFacility> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: RegisterFacility) {
    return this.decisions.make(command, facilities, command.input.facilityId, registerFacility);
  }
}
