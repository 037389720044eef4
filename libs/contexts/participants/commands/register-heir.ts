import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { participants } from '../domain/participant.js';
import { type RegisterHeirInput, registerHeir } from '../domain/register-heir.js';

export class RegisterHeir extends StreamCommand<RegisterHeirInput> {
  readonly commandName = 'RegisterHeir';
}

@CommandHandler(RegisterHeir)
export class RegisterHeirHandler implements ICommandHandler<RegisterHeir> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: RegisterHeir) {
    return this.decisions.make(command, participants, command.input.participantId, registerHeir);
  }
}
