import { StreamCommand, commandHandler } from '#runtime';
import { participants } from '../domain/participant.js';
import { type RegisterChildInput, registerChild } from '../domain/register-child.js';

export class RegisterChild extends StreamCommand<RegisterChildInput> {
  readonly commandName = 'RegisterChild';
}

export const RegisterChildHandler = commandHandler(
  RegisterChild,
  participants,
  'participantId',
  registerChild,
);
