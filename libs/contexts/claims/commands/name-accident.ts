import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { type NameAccidentInput, billingOfClaims, nameAccident } from '../domain/late-invoices.js';

/** Only the process billing sends it. */
export class NameAccident extends StreamCommand<NameAccidentInput> {
  readonly commandName = 'NameAccident';
}

@CommandHandler(NameAccident)
export class NameAccidentHandler implements ICommandHandler<NameAccident> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: NameAccident) {
    return this.decisions.make(command, billingOfClaims, command.input.claimId, nameAccident);
  }
}
