import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type ConcludeAccidentInput, concludeAccident } from '../domain/conclude-accident.js';

export class ConcludeAccident extends StreamCommand<ConcludeAccidentInput> {
  readonly commandName = 'ConcludeAccident';
}

@CommandHandler(ConcludeAccident)
export class ConcludeAccidentHandler implements ICommandHandler<ConcludeAccident> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: ConcludeAccident) {
    return this.decisions.make(command, accidents, command.input.accidentId, concludeAccident);
  }
}
