import { StreamCommand, commandHandler } from '#runtime';
import { sponsors } from '../domain/sponsor.js';
import { type RegisterSponsorInput, registerSponsor } from '../domain/register-sponsor.js';

export class RegisterSponsor extends StreamCommand<RegisterSponsorInput> {
  readonly commandName = 'RegisterSponsor';
}

export const RegisterSponsorHandler = commandHandler(RegisterSponsor, sponsors, 'sponsorId', registerSponsor);
