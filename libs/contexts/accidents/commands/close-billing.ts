import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type CloseBillingInput, closeBilling } from '../domain/close-billing.js';

/** Only a process sends it: that a claim was approved is known on a higher floor. */
export class CloseBilling extends StreamCommand<CloseBillingInput> {
  readonly commandName = 'CloseBilling';
}

@CommandHandler(CloseBilling)
export class CloseBillingHandler implements ICommandHandler<CloseBilling> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: CloseBilling) {
    return this.decisions.make(command, accidents, command.input.accidentId, closeBilling);
  }
}
