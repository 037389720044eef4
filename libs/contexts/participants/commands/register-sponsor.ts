import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { sponsors } from '../domain/sponsor.js';
import { type RegisterSponsorInput, registerSponsor } from '../domain/register-sponsor.js';

export class RegisterSponsor extends StreamCommand<RegisterSponsorInput> {
  readonly commandName = 'RegisterSponsor';
}

@CommandHandler(RegisterSponsor)
export class RegisterSponsorHandler implements ICommandHandler<RegisterSponsor> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: RegisterSponsor) {
    return this.decisions.make(command, sponsors, command.input.sponsorId, registerSponsor);
  }
}
