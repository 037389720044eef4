import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand, type Triable } from '#runtime';
import { type AcceptPayoutInput, acceptPayout } from '../domain/accept-payout.js';
import { payouts } from '../domain/payout.js';
import { underBankReference } from './under-bank-reference.js';

export class AcceptPayout extends StreamCommand<AcceptPayoutInput> {
  /** Nothing need be taken to find out whether it may be recorded; whose a reference is, is asked beside it. */
  static readonly tried: Triable<AcceptPayoutInput>['tried'] = (input, trial) =>
    trial.decide(input, payouts, input.payoutId, acceptPayout, () => undefined);

  readonly commandName = 'AcceptPayout';
}

@CommandHandler(AcceptPayout)
export class AcceptPayoutHandler implements ICommandHandler<AcceptPayout> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: AcceptPayout) {
    return underBankReference(
      this.decisions,
      command,
      acceptPayout,
      (issue) => new AcceptPayout(command.input, issue),
    );
  }
}
