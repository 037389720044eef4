import { StreamCommand, commandHandler } from '#runtime';
import { participants } from '../domain/participant.js';
import { type RegisterHeirInput, registerHeir } from '../domain/register-heir.js';

export class RegisterHeir extends StreamCommand<RegisterHeirInput> {
  readonly commandName = 'RegisterHeir';
}

export const RegisterHeirHandler = commandHandler(RegisterHeir, participants, 'participantId', registerHeir);
