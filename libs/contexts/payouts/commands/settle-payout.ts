import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand, type Triable } from '#runtime';
import { type SettlePayoutInput, settlePayout } from '../domain/settle-payout.js';
import { payouts } from '../domain/payout.js';
import { underBankReference } from './under-bank-reference.js';

export class SettlePayout extends StreamCommand<SettlePayoutInput> {
  /** Nothing need be taken to find out whether it may be recorded; whose a reference is, is asked beside it. */
  static readonly tried: Triable<SettlePayoutInput>['tried'] = (input, trial) =>
    trial.decide(input, payouts, input.payoutId, settlePayout, () => undefined);

  readonly commandName = 'SettlePayout';
}

@CommandHandler(SettlePayout)
export class SettlePayoutHandler implements ICommandHandler<SettlePayout> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: SettlePayout) {
    return underBankReference(
      this.decisions,
      command,
      settlePayout,
      (issue) => new SettlePayout(command.input, issue),
    );
  }
}
