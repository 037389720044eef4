import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { participants } from '../domain/participant.js';
import { type RegisterChildInput, registerChild } from '../domain/register-child.js';

export class RegisterChild extends StreamCommand<RegisterChildInput> {
  readonly commandName = 'RegisterChild';
}

@CommandHandler(RegisterChild)
export class RegisterChildHandler implements ICommandHandler<RegisterChild> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: RegisterChild) {
    return this.decisions.make(command, participants, command.input.participantId, registerChild);
  }
}
